package org.harmregistry.sources.source.domain;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;

import org.harmregistry.kit.database.UnitOfWork;
import org.harmregistry.kit.history.RevisionPage;
import org.harmregistry.kit.history.RevisionRequest;
import org.harmregistry.kit.http.RecordAddress;
import org.harmregistry.kit.idempotency.Answer;
import org.harmregistry.kit.idempotency.Idempotency;
import org.harmregistry.kit.idempotency.IdempotentCall;
import org.harmregistry.kit.identity.Caller;
import org.harmregistry.kit.problem.CommonFailure;
import org.harmregistry.kit.problem.Failure;
import org.harmregistry.sources.archive.Archive;
import org.harmregistry.sources.archive.ArchivedText;
import org.harmregistry.sources.archive.Content;
import org.hibernate.id.uuid.UuidVersion7Strategy;
import org.hibernate.reactive.mutiny.Mutiny;

import io.smallrye.mutiny.Uni;

/** Takes sources in and shows them. */
@ApplicationScoped
public class SourceRegister {

    private static final int MAX_DUPLICATES = 50;

    /**
     * A source just taken in.
     *
     * @param duplicates other sources that may be the same publication
     */
    public record Registered(Source source, List<Duplicate> duplicates) {
    }

    /**
     * The words of a source.
     *
     * @param byDigest an entry for each text; empty if the archive does not answer
     * @param unavailable true if the archive does not answer
     */
    public record Words(Map<String, ArchivedText> byDigest, boolean unavailable) {
    }

    private final UnitOfWork unitOfWork;
    private final Idempotency idempotency;
    private final Archive archive;
    private final Sources sources;
    private final FoundSources found;
    private final SourceJournal journal;
    private final Clock clock;

    public SourceRegister(UnitOfWork unitOfWork, Idempotency idempotency, Archive archive, Sources sources, FoundSources found,
            SourceJournal journal, Clock clock) {
        this.unitOfWork = unitOfWork;
        this.idempotency = idempotency;
        this.archive = archive;
        this.sources = sources;
        this.found = found;
        this.journal = journal;
        this.clock = clock;
    }

    /**
     * Takes in a source under an id of the registry's.
     *
     * @param answer makes the answer that a retry is given again
     */
    public Uni<Answer> create(IdempotentCall call, SourceDraft draft, Function<Registered, Answer> answer) {
        Caller caller = call.caller();
        caller.requiredOrganisation();
        draft.requireTexts(List.of());
        // The source is dated within the transaction: what is asked as of its date must find it.
        return archive.store(draft.texts()).chain(() -> unitOfWork.run(session -> idempotency.once(session, call,
                () -> register(session, caller, new Source(newId(), caller, draft.content(), call.bodyDigest(), now()),
                        draft.texts()).map(answer))));
    }

    /**
     * Takes in a source under an id of the client's own.
     *
     * @param bodyDigest tells a repeated creation from another one
     */
    public Uni<Registered> createAs(Caller caller, UUID id, SourceDraft draft, String bodyDigest) {
        caller.requiredOrganisation();
        draft.requireTexts(List.of());
        return archive.store(draft.texts()).chain(() -> unitOfWork.run(session -> sources.claim(session, id)
                .chain(() -> sources.find(session, id))
                .chain(there -> {
                    if (there != null) {
                        throw refusal(there, caller, bodyDigest);
                    }
                    return register(session, caller, new Source(id, caller, draft.content(), bodyDigest, now()), draft.texts());
                })));
    }

    /** The words under these digests; an archive that is away makes the answer poorer and does not refuse it. */
    public Uni<Words> words(Set<String> digests) {
        return archive.read(digests).map(texts -> new Words(texts, false))
                .onFailure(Failure.class).recoverWithItem(new Words(Map.of(), true));
    }

    /** What a source was after each change, the oldest first. */
    public Uni<RevisionPage> revisions(Caller caller, UUID id, RevisionRequest asked) {
        return journal.effective(asked)
                .chain(request -> unitOfWork.run(session -> sources.find(session, id, caller).chain(found -> {
                    SourceAccess.requireHistory(SourceAccess.visible(found, caller), caller);
                    return journal.revisionsOf(session, id, request);
                })));
    }

    private Uni<Registered> register(Mutiny.Session session, Caller caller, Source source, List<Content> texts) {
        return requireRepeated(session, caller, source)
                .chain(() -> sources.add(session, List.of(source)))
                .chain(() -> found.keep(session, Map.of(source, texts)))
                .chain(() -> journal.append(session, caller, List.of(journal.change(source, "created", null, false))))
                .chain(() -> duplicates(session, caller, source))
                .map(duplicates -> new Registered(source, duplicates));
    }

    /** @throws Failure 422 if the source is said to repeat one that is not there for the caller */
    Uni<Void> requireRepeated(Mutiny.Session session, Caller caller, Source source) {
        Independence independence = source.content().independence();
        if (independence == null) {
            return Uni.createFrom().voidItem();
        }
        return sources.find(session, independence.repeats()).invoke(repeated -> {
            if (repeated == null || !repeated.isVisibleTo(caller) || repeated.id().equals(source.id())) {
                throw Failure.at(SourceFailure.SOURCE_UNKNOWN, "/independence/repeats",
                        "Name another source that you can read.");
            }
        }).replaceWithVoid();
    }

    private Uni<List<Duplicate>> duplicates(Mutiny.Session session, Caller caller, Source source) {
        return sources.withSameKey(session, source, caller, MAX_DUPLICATES)
                .map(others -> others.stream().map(Duplicate::bySameKey).toList());
    }

    private static Failure refusal(Source there, Caller caller, String bodyDigest) {
        if (!there.isVisibleTo(caller)) {
            return Failure.of(CommonFailure.ID_NOT_AVAILABLE);
        }
        CommonFailure code = there.isCreationOf(caller, bodyDigest) ? CommonFailure.ALREADY_CREATED : CommonFailure.ID_TAKEN;
        return Failure.of(code).with("ETag", SourceAccess.tag(there, caller))
                .with("Location", RecordAddress.of(SourceJournal.COLLECTION, there.id()));
    }

    static UUID newId() {
        return UuidVersion7Strategy.INSTANCE.generateUuid(null);
    }

    /** To the microsecond, as the database keeps it: what is answered at once and what is read later are the same. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
