package org.harmregistry.sources.citation.domain;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;

import jakarta.enterprise.context.ApplicationScoped;

import org.harmregistry.kit.database.UnitOfWork;
import org.harmregistry.kit.http.Preconditions;
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
    private final Sources sources;
    private final Citations citations;
    private final CitationJournal journal;
    private final Clock clock;

    public CitationChanges(UnitOfWork unitOfWork, Sources sources, Citations citations, CitationJournal journal, Clock clock) {
        this.unitOfWork = unitOfWork;
        this.sources = sources;
        this.citations = citations;
        this.journal = journal;
        this.clock = clock;
    }

    /**
     * Changes the content of a citation. 409 {@code already_cited} if the source is cited for the incident and passage that it
     * would then have.
     *
     * @param patch makes the new content of the citation as it stands
     */
    public Uni<Citation> change(Caller caller, UUID id, String ifMatch, Function<Citation, CitationContent> patch) {
        return unitOfWork.run(session -> citations.findForChange(session, id).chain(citation -> {
            if (citation == null) {
                throw Failure.of(CommonFailure.NOT_FOUND);
            }
            return sources.find(session, citation.sourceId()).chain(source -> {
                SourceAccess.visible(source, caller);
                SourceAccess.requireChange(source, caller);
                CitationContent wanted = preconditionBeforeRules(() -> patch.apply(citation), ifMatch,
                        CitationRegister.tag(citation, caller));
                return write(session, caller, source, citation, wanted);
            });
        }));
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
        if (wanted.equals(citation.content())) {
            return Uni.createFrom().item(citation);
        }
        citation.rewrite(wanted, clock.instant().truncatedTo(ChronoUnit.MICROS));
        return journal.append(session, caller, List.of(journal.change(citation, source, "changed", source.isPublic())))
                .replaceWith(citation);
    }
}
