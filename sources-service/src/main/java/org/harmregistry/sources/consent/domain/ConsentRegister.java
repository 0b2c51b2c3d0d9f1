package org.harmregistry.sources.consent.domain;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import org.harmregistry.kit.database.UnitOfWork;
import org.harmregistry.kit.idempotency.Answer;
import org.harmregistry.kit.idempotency.Idempotency;
import org.harmregistry.kit.idempotency.IdempotentCall;
import org.harmregistry.kit.identity.Caller;
import org.harmregistry.kit.problem.Failure;
import org.harmregistry.sources.sealing.domain.KeyPurpose;
import org.harmregistry.sources.sealing.domain.Marks;
import org.harmregistry.sources.sealing.domain.Sealing;
import org.harmregistry.sources.sealing.domain.SealingKey;
import org.harmregistry.sources.source.domain.ConsentedSources;
import org.harmregistry.sources.source.domain.Source;
import org.harmregistry.sources.source.domain.Sources;
import org.hibernate.id.uuid.UuidVersion7Strategy;
import org.hibernate.reactive.mutiny.Mutiny;

import io.smallrye.mutiny.Uni;

/** Records what persons behind sources allow, with its effect at once, and shows it. */
@ApplicationScoped
public class ConsentRegister {

    private record Prepared(SealingKey key, IdempotentCall call) {
    }

    private record Found(List<Consent> page, Set<Integer> counting) {
    }

    private final UnitOfWork unitOfWork;
    private final Idempotency idempotency;
    private final Sources sources;
    private final Consents consents;
    private final ConsentedSources consented;
    private final ConsentSealing texts;
    private final Sealing sealing;
    private final Marks marks;
    private final ConsentJournal journal;
    private final Clock clock;

    ConsentRegister(UnitOfWork unitOfWork, Idempotency idempotency, Sources sources, Consents consents,
            ConsentedSources consented, ConsentSealing texts, Sealing sealing, Marks marks, ConsentJournal journal,
            Clock clock) {
        this.unitOfWork = unitOfWork;
        this.idempotency = idempotency;
        this.sources = sources;
        this.consents = consents;
        this.consented = consented;
        this.texts = texts;
        this.sealing = sealing;
        this.marks = marks;
        this.journal = journal;
        this.clock = clock;
    }

    /**
     * Records a consent or its withdrawal. When it is answered, what was taken back is out of sight.
     *
     * @param content reads it out of the body; asked only once the caller was found to be allowed
     * @param answer makes the answer that a retry is given again; it must not hold sealed texts
     */
    public Uni<Answer> record(IdempotentCall call, UUID source, Supplier<ConsentContent> content,
            Function<Consent, Answer> answer) {
        Caller caller = call.caller();
        return unitOfWork.run(session -> sources.findAsCustodian(session, source, caller).invoke(found -> {
            ConsentAccess.recorders(found, caller);
            requirePast(content.get());
        })).chain(() -> prepared(call, source)).chain(ready -> unitOfWork.run(session -> sources
                .findForChange(session, source).chain(found -> {
                    Source visible = ConsentAccess.recorders(found, caller);
                    return idempotency.once(session, ready.call(),
                            () -> add(session, ready, visible, content.get()).map(answer));
                })));
    }

    /** Consents with their texts, one more than {@code limit} if there is a next page. */
    public Uni<List<OpenedConsent>> list(Caller caller, UUID source, int after, int limit) {
        return unitOfWork.run(session -> sources.findAsCustodian(session, source, caller).chain(found -> {
            ConsentAccess.readers(found, caller);
            return consents.list(session, source, after, limit + 1).chain(page -> consents.standing(session, source)
                    .map(newest -> new Found(page, newest.stream().map(Consent::number).collect(Collectors.toSet()))));
        })).chain(found -> texts.open(source, found.page(), found.counting()));
    }

    private Uni<Prepared> prepared(IdempotentCall call, UUID source) {
        return marks.of(call.bodyDigest())
                .map(mark -> new IdempotentCall(call.caller(), call.operation(), call.key(), mark))
                .chain(marked -> sealing.keyFor(source, KeyPurpose.NOTES).map(key -> new Prepared(key, marked)));
    }

    private Uni<Consent> add(Mutiny.Session session, Prepared ready, Source source, ConsentContent content) {
        Caller caller = ready.call().caller();
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return consents.lastNumber(session, source.id()).chain(last -> {
            Consent consent = new Consent(UuidVersion7Strategy.INSTANCE.generateUuid(null), source.id(), last + 1,
                    source.organisation(), content, texts.seal(ready.key(), source, last + 1, content.texts()), caller, now);
            return consents.add(session, consent)
                    .chain(() -> journal.recorded(session, caller, consent))
                    .chain(() -> consents.standing(session, source.id()))
                    .chain(newest -> consented.allow(session, caller, source, ConsentStanding.of(newest, today())))
                    .replaceWith(consent);
        });
    }

    private void requirePast(ConsentContent content) {
        // Somewhere on earth it is a day later already.
        if (content.takenOn().isAfter(today().plusDays(1))) {
            throw Failure.at(ConsentFailure.TAKEN_IN_FUTURE, "/takenOn", ConsentFailure.TAKEN_IN_FUTURE.title() + ".");
        }
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
