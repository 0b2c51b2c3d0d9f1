package org.harmregistry.sources.witness.domain;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.harmregistry.kit.database.UnitOfWork;
import org.harmregistry.kit.identity.Caller;
import org.harmregistry.sources.sealing.domain.KeyPurpose;
import org.harmregistry.sources.sealing.domain.Sealing;
import org.hibernate.reactive.mutiny.Mutiny;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

/**
 * Carries out what two custodians have agreed to: destroys the key first, then writes that it is destroyed. Cut anywhere in
 * between, it is taken up again; each step may be done twice.
 */
@ApplicationScoped
public class IdentityShredding {

    private static final int AT_A_TIME = 20;
    private static final Caller REGISTRY = new Caller("registry", null, Set.of());

    private final UnitOfWork unitOfWork;
    private final Identities identities;
    private final IndexedNames indexed;
    private final Sealing sealing;
    private final IdentityJournal journal;
    private final Clock clock;

    IdentityShredding(UnitOfWork unitOfWork, Identities identities, IndexedNames indexed, Sealing sealing,
            IdentityJournal journal, Clock clock) {
        this.unitOfWork = unitOfWork;
        this.identities = identities;
        this.indexed = indexed;
        this.sealing = sealing;
        this.journal = journal;
        this.clock = clock;
    }

    /** Destroys the key of an identity that is to be shredded; later, if the key store does not answer. */
    public Uni<Void> carryOut(UUID source) {
        return unitOfWork.run(session -> identities.find(session, source))
                .chain(held -> isAgreed(held) ? destroy(source) : Uni.createFrom().voidItem())
                .onFailure().recoverWithNull();
    }

    private Uni<Void> destroy(UUID source) {
        return sealing.destroy(source, KeyPurpose.IDENTITY)
                .chain(() -> unitOfWork.run(session -> identities.findForChange(session, source)
                        .chain(held -> isAgreed(held) ? shredded(session, held) : Uni.createFrom().voidItem())));
    }

    private static boolean isAgreed(HeldIdentity held) {
        return held != null && held.state() == IdentityState.SHREDDING;
    }

    private Uni<Void> shredded(Mutiny.Session session, HeldIdentity held) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        held.shredded(now);
        return indexed.put(session, held.sourceId(), List.of())
                .chain(() -> journal.shredded(session, REGISTRY, held, now));
    }

    @Scheduled(every = "${registry.witness.shredding.every}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> carryOutWhatIsLeft() {
        return unitOfWork.run(session -> identities.shredding(session, AT_A_TIME))
                .onItem().transformToMulti(sources -> Multi.createFrom().iterable(sources))
                .onItem().transformToUniAndConcatenate(this::carryOut)
                .collect().last().replaceWithVoid().onFailure().recoverWithNull();
    }
}
