package org.harmregistry.sources.witness.domain;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.harmregistry.kit.database.UnitOfWork;
import org.harmregistry.kit.idempotency.Answer;
import org.harmregistry.kit.idempotency.Idempotency;
import org.harmregistry.kit.idempotency.IdempotentCall;
import org.harmregistry.kit.identity.Caller;
import org.harmregistry.kit.problem.CommonFailure;
import org.harmregistry.kit.problem.Failure;
import org.harmregistry.sources.sealing.domain.KeyPurpose;
import org.harmregistry.sources.sealing.domain.Marks;
import org.harmregistry.sources.sealing.domain.Sealing;
import org.harmregistry.sources.sealing.domain.SealingKey;
import org.harmregistry.sources.source.domain.Sources;
import org.hibernate.id.uuid.UuidVersion7Strategy;
import org.hibernate.reactive.mutiny.Mutiny;

import io.smallrye.mutiny.Uni;

/** Openings and shreddings: asked for by one custodian, decided by another, recorded whatever comes of them. */
@ApplicationScoped
public class GuardedActs {

    /** What a custodian decides about the request of another. */
    public enum Decision {
        CONSENT("consented"),
        REFUSAL("refused");

        private final String word;

        Decision(String word) {
            this.word = word;
        }
    }

    private record Prepared(SealingKey key, IdempotentCall call) {
    }

    private record Found(String organisation, List<GuardedAct> acts) {
    }

    private final UnitOfWork unitOfWork;
    private final Idempotency idempotency;
    private final Sources sources;
    private final Identities identities;
    private final Sealing sealing;
    private final Marks marks;
    private final Reasons reasons;
    private final IdentityJournal journal;
    private final Clock clock;
    private final Duration openFor;

    GuardedActs(UnitOfWork unitOfWork, Idempotency idempotency, Sources sources, Identities identities, Sealing sealing,
            Marks marks, Reasons reasons, IdentityJournal journal, Clock clock,
            @ConfigProperty(name = "registry.witness.open-for") Duration openFor) {
        this.unitOfWork = unitOfWork;
        this.idempotency = idempotency;
        this.sources = sources;
        this.identities = identities;
        this.sealing = sealing;
        this.marks = marks;
        this.reasons = reasons;
        this.journal = journal;
        this.clock = clock;
        this.openFor = openFor;
    }

    /**
     * Asks for an act on an identity.
     *
     * @param reason reads the reason out of the body; asked only once the caller was found to be allowed
     * @param answer makes the answer that a retry is given again; it must not hold the reason
     */
    public Uni<Answer> request(IdempotentCall call, UUID source, GuardedKind kind, Supplier<String> reason,
            Function<GuardedAct, Answer> answer) {
        return prepared(call, source, reason).chain(ready -> unitOfWork.run(session -> locked(session, call.caller(), source)
                .chain(identity -> idempotency.once(session, ready.call(), () -> {
                    identity.requireSealed();
                    return add(session, ready, identity, kind, reason.get()).map(answer);
                }))));
    }

    /** Decides about an act that another custodian asked for. */
    public Uni<Answer> decide(IdempotentCall call, UUID source, GuardedKind kind, int number, Decision decision,
            Supplier<String> reason, Function<GuardedAct, Answer> answer) {
        return prepared(call, source, reason).chain(ready -> unitOfWork.run(session -> locked(session, call.caller(), source)
                .chain(identity -> act(session, source, kind, number)
                        .chain(act -> idempotency.once(session, ready.call(), () -> {
                            identity.requireSealed();
                            return take(session, ready, identity, act, decision, reason.get()).map(answer);
                        })))));
    }

    /** Acts of a kind with their reasons, one more than {@code limit} if there is a next page. */
    public Uni<List<ReasonedAct>> list(Caller caller, UUID source, GuardedKind kind, int after, int limit) {
        return unitOfWork.run(session -> sources.findAsCustodian(session, source, caller).chain(found -> {
            String organisation = IdentityAccess.informed(found, caller).organisation();
            return identities.acts(session, source, kind, after, limit + 1).map(acts -> new Found(organisation, acts));
        })).chain(found -> reasons.open(source, found.organisation(), found.acts()));
    }

    public Uni<ReasonedAct> read(Caller caller, UUID source, GuardedKind kind, int number) {
        return unitOfWork.run(session -> sources.findAsCustodian(session, source, caller).chain(found -> {
            String organisation = IdentityAccess.informed(found, caller).organisation();
            return act(session, source, kind, number).map(act -> new Found(organisation, List.of(act)));
        })).chain(found -> reasons.open(source, found.organisation(), found.acts())).map(opened -> opened.get(0));
    }

    /** Whoever may not is refused before keys are asked for, and keys are asked for outside of any transaction. */
    private Uni<Prepared> prepared(IdempotentCall call, UUID source, Supplier<String> reason) {
        return unitOfWork.run(session -> sources.findAsCustodian(session, source, call.caller()).chain(found -> {
            IdentityAccess.custodians(found, call.caller());
            return identities.find(session, source).map(IdentityAccess::there).invoke(reason::get);
        })).chain(() -> marks.of(call.bodyDigest()))
                .map(mark -> new IdempotentCall(call.caller(), call.operation(), call.key(), mark))
                .chain(marked -> sealing.keyFor(source, KeyPurpose.NOTES).map(key -> new Prepared(key, marked)));
    }

    private Uni<HeldIdentity> locked(Mutiny.Session session, Caller caller, UUID source) {
        return sources.findAsCustodian(session, source, caller).invoke(found -> IdentityAccess.custodians(found, caller))
                .chain(() -> identities.findForChange(session, source)).map(IdentityAccess::there);
    }

    private Uni<GuardedAct> act(Mutiny.Session session, UUID source, GuardedKind kind, int number) {
        return identities.findAct(session, source, kind, number).invoke(act -> {
            if (act == null) {
                throw Failure.of(CommonFailure.NOT_FOUND);
            }
        });
    }

    private Uni<GuardedAct> add(Mutiny.Session session, Prepared ready, HeldIdentity identity, GuardedKind kind,
            String reason) {
        Instant now = now();
        return identities.lastNumber(session, identity.sourceId(), kind).chain(last -> {
            GuardedAct act = new GuardedAct(UuidVersion7Strategy.INSTANCE.generateUuid(null), identity.sourceId(), kind,
                    last + 1, reasons.seal(ready.key(), identity, kind, last + 1, Reasons.REQUEST, reason),
                    ready.call().caller(), now);
            return identities.addAct(session, act)
                    .chain(() -> journal.act(session, ready.call().caller(), identity, act, "requested", now)).replaceWith(act);
        });
    }

    private Uni<GuardedAct> take(Mutiny.Session session, Prepared ready, HeldIdentity identity, GuardedAct act,
            Decision decision, String reason) {
        Instant now = now();
        String sealed = reasons.seal(ready.key(), identity, act.kind(), act.number(), Reasons.DECISION, reason);
        if (decision == Decision.CONSENT) {
            act.consent(ready.call().caller(), now, sealed, openFor);
            if (act.kind() == GuardedKind.SHREDDING) {
                identity.agreeToShred();
            }
        } else {
            act.refuse(ready.call().caller(), now, sealed);
        }
        return journal.act(session, ready.call().caller(), identity, act, decision.word, now).replaceWith(act);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
