package org.harmregistry.sources.witness.domain;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.harmregistry.kit.database.UnitOfWork;
import org.harmregistry.kit.identity.Caller;
import org.harmregistry.kit.problem.CommonFailure;
import org.harmregistry.kit.problem.Failure;
import org.harmregistry.sources.sealing.domain.KeyPurpose;
import org.harmregistry.sources.sealing.domain.Sealing;
import org.harmregistry.sources.source.domain.Sources;
import org.hibernate.reactive.mutiny.Mutiny;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;

/** Opens an identity that a second custodian has consented to open. That it was opened is recorded before it is. */
@ApplicationScoped
public class IdentityOpening {

    private final UnitOfWork unitOfWork;
    private final Sources sources;
    private final Identities identities;
    private final Sealing sealing;
    private final IdentitySealing fields;
    private final IdentityJournal journal;
    private final Clock clock;
    private final Counter readings;

    IdentityOpening(UnitOfWork unitOfWork, Sources sources, Identities identities, Sealing sealing, IdentitySealing fields,
            IdentityJournal journal, Clock clock, MeterRegistry meters) {
        this.unitOfWork = unitOfWork;
        this.sources = sources;
        this.identities = identities;
        this.sealing = sealing;
        this.fields = fields;
        this.journal = journal;
        this.clock = clock;
        this.readings = meters.counter("registry.identity.readings");
    }

    public Uni<WitnessIdentity> open(Caller caller, UUID source, int number) {
        return unitOfWork.run(session -> recorded(session, caller, source, number)).invoke(() -> readings.increment())
                .chain(held -> sealing.existingKey(source, KeyPurpose.IDENTITY).map(key -> fields.open(key, held)));
    }

    private Uni<HeldIdentity> recorded(Mutiny.Session session, Caller caller, UUID source, int number) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return sources.findAsCustodian(session, source, caller).invoke(found -> IdentityAccess.custodians(found, caller))
                .chain(() -> identities.findForChange(session, source)).map(IdentityAccess::there)
                .chain(held -> identities.findAct(session, source, GuardedKind.OPENING, number).chain(act -> {
                    if (act == null) {
                        throw Failure.of(CommonFailure.NOT_FOUND);
                    }
                    held.requireSealed();
                    act.read(caller, now);
                    return journal.read(session, caller, held, act, now);
                }).replaceWith(held));
    }
}
