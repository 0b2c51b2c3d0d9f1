package org.harmregistry.sources.witness.domain;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.function.Supplier;

import jakarta.enterprise.context.ApplicationScoped;

import org.harmregistry.kit.database.UnitOfWork;
import org.harmregistry.kit.http.EntityTags;
import org.harmregistry.kit.http.Preconditions;
import org.harmregistry.kit.identity.Caller;
import org.harmregistry.kit.problem.CommonFailure;
import org.harmregistry.kit.problem.Failure;
import org.harmregistry.sources.sealing.domain.KeyPurpose;
import org.harmregistry.sources.sealing.domain.Marks;
import org.harmregistry.sources.sealing.domain.Sealing;
import org.harmregistry.sources.sealing.domain.SealingKey;
import org.harmregistry.sources.source.domain.Source;
import org.harmregistry.sources.source.domain.Sources;
import org.hibernate.reactive.mutiny.Mutiny;

import io.smallrye.mutiny.Uni;

/** Takes identities in, sealed; what was put in, this way gives nobody back. */
@ApplicationScoped
public class IdentityRegister {

    /**
     * What a client says about the version that it builds on.
     *
     * @param ifMatch the tag of what is there, to be replaced; {@code null} if not sent
     * @param ifNoneMatch {@code *} if nothing is to be there; {@code null} if not sent
     */
    public record Condition(String ifMatch, String ifNoneMatch) {

        private boolean creates() {
            return ifMatch == null;
        }

        private void requireOne() {
            if (creates()) {
                Preconditions.requireCreation(ifNoneMatch);
            }
        }
    }

    private record Draft(String organisation, WitnessIdentity identity) {
    }

    private record Sealed(Draft draft, SealedFields fields, int keyVersion, String mark) {
    }

    private final UnitOfWork unitOfWork;
    private final Sources sources;
    private final Identities identities;
    private final IdentitySealing fields;
    private final Sealing sealing;
    private final Marks marks;
    private final NameIndex index;
    private final IdentityJournal journal;
    private final Clock clock;

    IdentityRegister(UnitOfWork unitOfWork, Sources sources, Identities identities, IdentitySealing fields, Sealing sealing,
            Marks marks, NameIndex index, IdentityJournal journal, Clock clock) {
        this.unitOfWork = unitOfWork;
        this.sources = sources;
        this.identities = identities;
        this.fields = fields;
        this.sealing = sealing;
        this.marks = marks;
        this.index = index;
        this.journal = journal;
        this.clock = clock;
    }

    /** How it stands with an identity, without anything of what it says. */
    public Uni<HeldIdentity> standing(Caller caller, UUID source) {
        return unitOfWork.run(session -> sources.findAsCustodian(session, source, caller).chain(found -> {
            IdentityAccess.informed(found, caller);
            return identities.find(session, source).map(IdentityAccess::there);
        }));
    }

    /**
     * Puts in an identity, or another one in its place. It is looked at twice: before it is sealed, outside of any transaction,
     * and again under lock when it is written.
     *
     * @param identity reads it out of the body; asked only once the caller was found to be allowed
     * @param digest tells a repeated putting from another one; is itself not kept
     */
    public Uni<HeldIdentity> put(Caller caller, UUID source, Condition condition, Supplier<WitnessIdentity> identity,
            Supplier<String> digest) {
        return unitOfWork
                .run(session -> sources.findAsCustodian(session, source, caller)
                        .map(found -> draft(found, caller, condition, identity)))
                .chain(draft -> sealed(source, draft, digest.get()))
                .chain(sealed -> index.tokens(sealed.draft().identity()).chain(tokens -> unitOfWork.run(
                        session -> sources.findAsCustodian(session, source, caller)
                                .invoke(found -> IdentityAccess.bringers(found, caller))
                                .chain(() -> identities.findForChange(session, source))
                                .chain(there -> write(session, caller, target(there, source, caller, condition, sealed),
                                        sealed))
                                .call(held -> index.put(session, source, tokens)))));
    }

    private static Draft draft(Source found, Caller caller, Condition condition, Supplier<WitnessIdentity> identity) {
        Source source = IdentityAccess.bringers(found, caller);
        WitnessIdentity wanted = identity.get();
        condition.requireOne();
        IdentityAccess.requirePerson(source);
        return new Draft(source.organisation(), wanted);
    }

    private Uni<Sealed> sealed(UUID source, Draft draft, String digest) {
        return marks.of("identity of " + source + "\n" + digest).chain(mark -> sealing.keyFor(source, KeyPurpose.IDENTITY)
                .map(key -> sealed(key, source, draft, mark)));
    }

    private Sealed sealed(SealingKey key, UUID source, Draft draft, String mark) {
        return new Sealed(draft, fields.seal(key, source, draft.organisation(), draft.identity()), key.version(), mark);
    }

    /** The identity to be written: the one that is there, or a new one. */
    private HeldIdentity target(HeldIdentity there, UUID source, Caller caller, Condition condition, Sealed sealed) {
        if (there == null) {
            if (!condition.creates()) {
                throw Failure.of(CommonFailure.VERSION_STALE, "There is no identity to be replaced.");
            }
            return new HeldIdentity(source, sealed.draft().organisation(), now());
        }
        there.requireSealed();
        if (condition.creates()) {
            throw Failure.of(there.isPuttingOf(caller, sealed.mark()) ? CommonFailure.ALREADY_CREATED : CommonFailure.ID_TAKEN)
                    .with("ETag", tag(there));
        }
        Preconditions.requireMatch(condition.ifMatch(), tag(there));
        return there;
    }

    private Uni<HeldIdentity> write(Mutiny.Session session, Caller caller, HeldIdentity target, Sealed sealed) {
        boolean isNew = target.version() == 0;
        Instant now = now();
        target.put(sealed.fields(), sealed.keyVersion(), caller, sealed.mark(), now);
        Uni<Void> kept = isNew ? identities.add(session, target) : Uni.createFrom().voidItem();
        return kept.chain(() -> journal.put(session, caller, target, now)).replaceWith(target);
    }

    /** The entity tag of an identity; it counts the puttings and tells nothing of openings. */
    public static String tag(HeldIdentity identity) {
        return EntityTags.of(identity.version(), "sealed");
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
