package org.harmregistry.sources.citation.domain;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;

import jakarta.enterprise.context.ApplicationScoped;

import org.harmregistry.kit.database.UnitOfWork;
import org.harmregistry.kit.history.Change;
import org.harmregistry.kit.http.Preconditions;
import org.harmregistry.kit.idempotency.Answer;
import org.harmregistry.kit.idempotency.Idempotency;
import org.harmregistry.kit.idempotency.IdempotentCall;
import org.harmregistry.kit.identity.Caller;
import org.harmregistry.kit.problem.CommonFailure;
import org.harmregistry.kit.problem.Failure;
import org.harmregistry.kit.problem.FailureKind;
import org.harmregistry.sources.source.domain.Source;
import org.harmregistry.sources.source.domain.SourceAccess;
import org.harmregistry.sources.source.domain.Sources;
import org.hibernate.reactive.mutiny.Mutiny;

import io.smallrye.mutiny.Uni;

/** Changes what the register says of a citation. */
@ApplicationScoped
public class CitationChanges {

    private final UnitOfWork unitOfWork;
    private final Idempotency idempotency;
    private final Sources sources;
    private final Citations citations;
    private final CitationJournal journal;
    private final CitedIncidents incidents;
    private final Clock clock;

    public CitationChanges(UnitOfWork unitOfWork, Idempotency idempotency, Sources sources, Citations citations,
            CitationJournal journal, CitedIncidents incidents, Clock clock) {
        this.unitOfWork = unitOfWork;
        this.idempotency = idempotency;
        this.sources = sources;
        this.citations = citations;
        this.journal = journal;
        this.incidents = incidents;
        this.clock = clock;
    }

    /**
     * Changes the content of a citation. 409 {@code already_cited} if the source is cited for the incident and passage that it
     * would then have.
     *
     * @param patch makes the new content of the citation as it stands
     */
    public Uni<Citation> change(Caller caller, UUID id, String ifMatch, Function<Citation, CitationContent> patch) {
        return unitOfWork.run(session -> citations.findForChange(session, id, caller).chain(citation -> {
            if (citation == null) {
                throw Failure.of(CommonFailure.NOT_FOUND);
            }
            return sources.find(session, citation.sourceId()).chain(source -> {
                SourceAccess.visible(source, caller);
                SourceAccess.requireChange(source, caller);
                CitationContent wanted = preconditionBeforeRules(() -> patch.apply(citation), ifMatch,
                        CitationAccess.tag(citation, caller));
                return write(session, caller, source, citation, wanted);
            });
        }));
    }

    /**
     * Takes a citation back; who may change the source may. It stays readable and is counted nowhere. 409
     * {@code conflict_with_state} if that was done already.
     *
     * @param reason reads the reason out of the body; asked only once the caller was found to be allowed
     * @param answer makes the answer that a retry is given again
     */
    public Uni<Answer> retract(IdempotentCall call, UUID id, String ifMatch, Supplier<String> reason,
            Function<Citation, Answer> answer) {
        Caller caller = call.caller();
        return unitOfWork.run(session -> citations.findForChange(session, id, caller).chain(citation -> {
            if (citation == null) {
                throw Failure.of(CommonFailure.NOT_FOUND);
            }
            return sources.find(session, citation.sourceId()).chain(source -> {
                SourceAccess.visible(source, caller);
                SourceAccess.requireChange(source, caller);
                String why = reason.get();
                return idempotency.once(session, call, () -> {
                    Preconditions.requireMatch(ifMatch, CitationAccess.tag(citation, caller));
                    citation.retract(why, now());
                    Change change = journal.change(citation, source, "retracted", why, source.isPublic());
                    return journal.append(session, caller, List.of(change)).map(done -> answer.apply(citation));
                });
            });
        }));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    /** What is malformed is told before a precondition that fails, what is against a rule after it. */
    private static CitationContent preconditionBeforeRules(Supplier<CitationContent> patched, String ifMatch, String tag) {
        try {
            CitationContent content = patched.get();
            Preconditions.requireMatch(ifMatch, tag);
            return content;
        } catch (Failure failure) {
            if (failure.code().kind().compareTo(FailureKind.PRECONDITION_FAILED) > 0) {
                Preconditions.requireMatch(ifMatch, tag);
            }
            throw failure;
        }
    }

    private Uni<Citation> write(Mutiny.Session session, Caller caller, Source source, Citation citation,
            CitationContent wanted) {
        citation.requireActive();
        if (wanted.equals(citation.content())) {
            return Uni.createFrom().item(citation);
        }
        boolean elsewhere = !wanted.incident().equals(citation.incident());
        citation.rewrite(wanted, now());
        return journal.append(session, caller, List.of(journal.change(citation, source, "changed", source.isPublic())))
                .chain(() -> incidents.note(session, elsewhere ? List.of(wanted.incident()) : List.of()))
                .replaceWith(citation);
    }
}
