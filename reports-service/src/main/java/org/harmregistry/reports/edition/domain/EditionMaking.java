package org.harmregistry.reports.edition.domain;

import java.time.Duration;

import jakarta.enterprise.context.ApplicationScoped;

import org.harmregistry.kit.database.UnitOfWork;
import org.harmregistry.kit.problem.CommonFailure;
import org.harmregistry.kit.problem.Failure;
import org.harmregistry.reports.definition.domain.Definitions;
import org.harmregistry.reports.definition.domain.StoredDefinition;
import org.harmregistry.reports.gate.GateExamination;
import org.jboss.logging.Logger;

import io.smallrye.mutiny.Uni;

/**
 * Makes editions: claim, collect, examine, write, keep the files, publish or hold back. What was held back is examined and
 * written again when its turn comes. It can be killed anywhere: until the last step nothing is visible, and the last step is
 * one transaction.
 */
@ApplicationScoped
public class EditionMaking {

    private static final Logger LOG = Logger.getLogger(EditionMaking.class);
    private static final Duration LIMIT = Duration.ofMinutes(10);

    private final EditionOpening opening;
    private final EditionClaims claims;
    private final EditionContents contents;
    private final GateExamination gate;
    private final EditionPress press;
    private final EditionPublication publication;
    private final EditionStore store;
    private final Definitions definitions;
    private final UnitOfWork unitOfWork;

    public EditionMaking(EditionOpening opening, EditionClaims claims, EditionContents contents, GateExamination gate,
            EditionPress press, EditionPublication publication, EditionStore store, Definitions definitions,
            UnitOfWork unitOfWork) {
        this.opening = opening;
        this.claims = claims;
        this.contents = contents;
        this.gate = gate;
        this.press = press;
        this.publication = publication;
        this.store = store;
        this.definitions = definitions;
        this.unitOfWork = unitOfWork;
    }

    private record Task(Edition edition, StoredDefinition definition) {
    }

    /** Makes all that is due and that nobody else is making. */
    public Uni<Void> makeDue() {
        return opening.openDue().chain(this::makeNext);
    }

    private Uni<Void> makeNext() {
        return claims.next().chain(claim -> claim == null ? Uni.createFrom().voidItem()
                : make(claim).chain(this::makeNext));
    }

    private Uni<Void> make(EditionClaims.Claim claim) {
        return unitOfWork.run(session -> store.find(session, claim.edition()).chain(edition -> definitions
                .in(session, edition.report()).map(definition -> new Task(edition, definition))))
                .chain(task -> attempt(claim, task))
                .onTermination().invoke(() -> claims.done(claim));
    }

    private Uni<Void> attempt(EditionClaims.Claim claim, Task task) {
        Edition edition = task.edition();
        return (edition.status() == EditionStatus.DRAFT ? contents.make(edition, task.definition()) : contents.kept(edition))
                .chain(made -> gate.examine(made.definition(), EditionCollection.period(edition, made.definition()),
                        made.document(), made.asOf())
                        .chain(findings -> press.press(edition, made)
                                .chain(frozen -> publication.settle(claim, frozen, made.definition(), findings))))
                .ifNoItem().after(LIMIT).failWith(() -> Failure.of(CommonFailure.OVERLOADED, "Making it took too long."))
                .onFailure().recoverWithUni(failure -> postpone(claim, edition, failure));
    }

    private Uni<Void> postpone(EditionClaims.Claim claim, Edition edition, Throwable failure) {
        boolean known = failure instanceof Failure;
        String code = known ? ((Failure) failure).code().code() : CommonFailure.UNEXPECTED.code();
        String detail = known ? failure.getMessage() : CommonFailure.UNEXPECTED.title();
        LOG.warnf("edition %s waits: %s (%s), attempt %d", edition.id(), detail, code, edition.attempts());
        LOG.debugf(failure, "cause of edition %s waiting", edition.id());
        return claims.postpone(claim, edition.attempts(), code, detail);
    }
}
