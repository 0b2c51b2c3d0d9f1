package org.harmregistry.sources.citation.domain;

import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;

import jakarta.enterprise.context.ApplicationScoped;

import org.harmregistry.kit.database.UnitOfWork;
import org.harmregistry.kit.history.RevisionPage;
import org.harmregistry.kit.history.RevisionRequest;
import org.harmregistry.kit.http.Preconditions;
import org.harmregistry.kit.http.RecordAddress;
import org.harmregistry.kit.idempotency.Answer;
import org.harmregistry.kit.idempotency.Idempotency;
import org.harmregistry.kit.idempotency.IdempotentCall;
import org.harmregistry.kit.identity.Caller;
import org.harmregistry.kit.problem.CommonFailure;
import org.harmregistry.kit.problem.Failure;
import org.harmregistry.sources.incident.domain.IncidentDirectory;
import org.harmregistry.sources.incident.domain.IncidentFinding;
import org.harmregistry.sources.source.domain.Source;
import org.harmregistry.sources.source.domain.SourceAccess;
import org.harmregistry.sources.source.domain.Sources;
import org.hibernate.id.uuid.UuidVersion7Strategy;
import org.hibernate.reactive.mutiny.Mutiny;

import io.smallrye.mutiny.Uni;

/** Takes citations in and shows them. */
@ApplicationScoped
public class CitationRegister {

    private static final int MAX_SIDE_BY_SIDE = 1_000;
    /** How long who cites waits for another service. */
    private static final Duration AT_ONCE = Duration.ofMillis(800);

    private final UnitOfWork unitOfWork;
    private final Idempotency idempotency;
    private final Sources sources;
    private final Citations citations;
    private final CitationJournal journal;
    private final CitedIncidents incidents;
    private final IncidentDirectory directory;
    private final Clock clock;

    public CitationRegister(UnitOfWork unitOfWork, Idempotency idempotency, Sources sources, Citations citations,
            CitationJournal journal, CitedIncidents incidents, IncidentDirectory directory, Clock clock) {
        this.unitOfWork = unitOfWork;
        this.idempotency = idempotency;
        this.sources = sources;
        this.citations = citations;
        this.journal = journal;
        this.incidents = incidents;
        this.directory = directory;
        this.clock = clock;
    }

    /**
     * Cites a source for an incident. 409 {@code already_cited} if it is cited for the same incident and passage.
     *
     * @param authorization the caller's, with which the incident is asked for
     * @param content reads the citation out of the body; asked only once the caller was found to be allowed
     * @param answer makes the answer that a retry is given again
     */
    public Uni<Answer> cite(IdempotentCall call, UUID sourceId, String authorization, Supplier<CitationContent> content,
            Function<Citation, Answer> answer) {
        Caller caller = call.caller();
        return told(caller, sourceId, authorization, content)
                .chain(finding -> unitOfWork.run(session -> sources.find(session, sourceId, caller).chain(found -> {
                    Source source = citable(found, caller);
                    CitationContent wanted = content.get();
                    return idempotency.once(session, call, () -> register(session, caller, source, newId(), wanted,
                            call.bodyDigest(), finding).map(answer));
                })));
    }

    /** Cites a source under an id of the client's own. */
    public Uni<Citation> citeAs(Caller caller, UUID sourceId, UUID id, String ifNoneMatch, String authorization,
            Supplier<CitationContent> content, Supplier<String> bodyDigest) {
        return told(caller, sourceId, authorization, content)
                .chain(finding -> unitOfWork.run(session -> sources.find(session, sourceId, caller).chain(found -> {
                    Source source = citable(found, caller);
                    CitationContent wanted = content.get();
                    Preconditions.requireCreation(ifNoneMatch);
                    String digest = bodyDigest.get();
                    return citations.find(session, id).chain(there -> there == null
                            ? register(session, caller, source, id, wanted, digest, finding)
                            : refuse(session, caller, source, there, digest));
                })));
    }

    /**
     * What the caller is told of the incident, asked outside of any transaction and not waited for long; {@code null} if
     * incidents-service is away: the citation is taken then, too, and settled later.
     */
    private Uni<IncidentFinding> told(Caller caller, UUID sourceId, String authorization, Supplier<CitationContent> content) {
        if (!directory.isConfigured()) {
            return Uni.createFrom().nullItem();
        }
        return unitOfWork.run(session -> sources.find(session, sourceId, caller).map(found -> {
            citable(found, caller);
            return content.get().incident();
        })).chain(incident -> directory.ask(incident, authorization, AT_ONCE)
                .onFailure(Failure.class).recoverWithNull());
    }

    public Uni<Citation> read(Caller caller, UUID id) {
        return unitOfWork.run(session -> visible(session, caller, id));
    }

    private Uni<Citation> visible(Mutiny.Session session, Caller caller, UUID id) {
        return citations.find(session, id, caller).onItem().ifNull().failWith(() -> Failure.of(CommonFailure.NOT_FOUND));
    }

    /** One citation more than {@code limit} if there is a next page. */
    public Uni<List<ListedCitation>> list(Caller caller, CitationFilter filter, UUID after, int limit) {
        return unitOfWork.run(session -> citations.list(session, filter, caller, after, limit + 1));
    }

    /**
     * What is said of an incident, put side by side.
     *
     * @throws Failure 422 {@code too_many_citations} beyond 1,000
     */
    public Uni<CitationSummary> summary(Caller caller, UUID incident) {
        return unitOfWork.run(session -> citations.list(session, CitationFilter.ofIncident(incident), caller, null,
                MAX_SIDE_BY_SIDE + 1))
                .map(found -> {
                    if (found.size() > MAX_SIDE_BY_SIDE) {
                        throw Failure.of(CitationFailure.TOO_MANY_CITATIONS);
                    }
                    return CitationSummary.of(incident, found);
                });
    }

    /** The same for one source. */
    public Uni<List<ListedCitation>> listOf(Caller caller, UUID sourceId, UUID after, int limit) {
        return unitOfWork.run(session -> sources.find(session, sourceId, caller).chain(found -> {
            SourceAccess.visible(found, caller);
            return citations.list(session, CitationFilter.ofSource(sourceId), caller, after, limit + 1);
        }));
    }

    /** What a citation was after each change, the oldest first. */
    public Uni<RevisionPage> revisions(Caller caller, UUID id, RevisionRequest asked) {
        return journal.effective(asked)
                .chain(request -> unitOfWork.run(session -> visible(session, caller, id).chain(citation -> {
                    CitationAccess.requireHistory(citation, caller);
                    return journal.revisionsOf(session, id, request);
                })));
    }

    private static Source citable(Source found, Caller caller) {
        Source source = SourceAccess.visible(found, caller);
        SourceAccess.requireChange(source, caller);
        return source;
    }

    private Uni<Citation> register(Mutiny.Session session, Caller caller, Source source, UUID id, CitationContent content,
            String digest, IncidentFinding finding) {
        Citation citation = new Citation(id, source.id(), caller, content, digest,
                clock.instant().truncatedTo(ChronoUnit.MICROS));
        if (finding != null) {
            citation.begin(finding);
        }
        return citations.add(session, List.of(citation))
                .chain(() -> journal.append(session, caller, List.of(journal.change(citation, source, "created", false))))
                .chain(() -> incidents.note(session, List.of(citation.incident())))
                .replaceWith(citation);
    }

    private Uni<Citation> refuse(Mutiny.Session session, Caller caller, Source source, Citation there, String digest) {
        return sources.find(session, there.sourceId()).map(owner -> {
            if (!owner.isVisibleTo(caller)) {
                throw Failure.of(CommonFailure.ID_NOT_AVAILABLE);
            }
            boolean same = there.isCreationOf(caller, digest) && owner.id().equals(source.id());
            throw Failure.of(same ? CommonFailure.ALREADY_CREATED : CommonFailure.ID_TAKEN)
                    .with("ETag", CitationAccess.tag(there, caller))
                    .with("Location", RecordAddress.of(CitationJournal.COLLECTION, there.id()));
        });
    }

    static UUID newId() {
        return UuidVersion7Strategy.INSTANCE.generateUuid(null);
    }
}
