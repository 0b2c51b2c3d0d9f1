package org.harmregistry.sources.consent.domain;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.harmregistry.kit.database.UnitOfWork;
import org.harmregistry.kit.identity.Caller;
import org.harmregistry.sources.source.domain.ConsentedSources;
import org.harmregistry.sources.source.domain.Sources;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

/** Takes sources out of everybody's sight whose last day of consent is over. Done by two replicas at once it is done once. */
@ApplicationScoped
public class ConsentExpiry {

    private static final int AT_A_TIME = 100;
    private static final Caller REGISTRY = new Caller("registry", null, Set.of());

    private final UnitOfWork unitOfWork;
    private final Sources sources;
    private final Consents consents;
    private final ConsentedSources consented;
    private final Clock clock;

    ConsentExpiry(UnitOfWork unitOfWork, Sources sources, Consents consents, ConsentedSources consented, Clock clock) {
        this.unitOfWork = unitOfWork;
        this.sources = sources;
        this.consents = consents;
        this.consented = consented;
        this.clock = clock;
    }

    @Scheduled(every = "${registry.consent.expiry.every}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> end() {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        return unitOfWork.run(session -> consents.overdue(session, today, AT_A_TIME))
                .onItem().transformToMulti(found -> Multi.createFrom().iterable(found))
                .onItem().transformToUniAndConcatenate(source -> end(source, today))
                .collect().last().replaceWithVoid().onFailure().recoverWithNull();
    }

    private Uni<Void> end(UUID id, LocalDate today) {
        return unitOfWork.run(session -> sources.findForChange(session, id)
                .chain(source -> consents.standing(session, id).chain(newest -> consented.allow(session, REGISTRY, source,
                        ConsentStanding.of(newest, today)))));
    }
}
