package org.harmregistry.reports.edition.domain;

import java.time.Duration;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.harmregistry.kit.database.UnitOfWork;
import org.harmregistry.kit.problem.CommonFailure;
import org.harmregistry.kit.problem.Failure;
import org.harmregistry.reports.definition.domain.DefinitionContent;
import org.harmregistry.reports.definition.domain.Definitions;
import org.harmregistry.reports.definition.domain.StoredDefinition;
import org.harmregistry.reports.gate.Finding;
import org.harmregistry.reports.gate.GateExamination;
import org.harmregistry.reports.registry.ReadingFollower;
import org.harmregistry.reports.run.domain.Run;
import org.harmregistry.reports.run.domain.RunAttempt;
import org.harmregistry.reports.run.domain.RunAttempts;
import org.harmregistry.reports.run.domain.RunFailure;
import org.harmregistry.reports.run.domain.RunStep;
import org.harmregistry.reports.run.domain.Runs;
import org.hibernate.reactive.mutiny.Mutiny;
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
    private static final Duration LIMIT = Duration.ofMinutes(30);

    private final EditionOpening opening;
    private final EditionClaims claims;
    private final EditionContents contents;
    private final GateExamination gate;
    private final EditionPress press;
    private final EditionPublication publication;
    private final EditionAbandoning abandoning;
    private final EditionStore store;
    private final Definitions definitions;
    private final Runs runs;
    private final RunAttempts attempts;
    private final UnitOfWork unitOfWork;
    private final int mostAttempts;

    /** @param mostAttempts how often what somebody ordered is tried; what is due by itself is tried until it is made */
    public EditionMaking(EditionOpening opening, EditionClaims claims, EditionContents contents, GateExamination gate,
            EditionPress press, EditionPublication publication, EditionAbandoning abandoning, EditionStore store,
            Definitions definitions, Runs runs, RunAttempts attempts, UnitOfWork unitOfWork,
            @ConfigProperty(name = "registry.runs.attempts") int mostAttempts) {
        this.opening = opening;
        this.claims = claims;
        this.contents = contents;
        this.gate = gate;
        this.press = press;
        this.publication = publication;
        this.abandoning = abandoning;
        this.store = store;
        this.definitions = definitions;
        this.runs = runs;
        this.attempts = attempts;
        this.unitOfWork = unitOfWork;
        this.mostAttempts = mostAttempts;
    }

    /**
     * @param run the run of a draft; {@code null} where the edition is whole already
     */
    private record Task(Edition edition, StoredDefinition definition, Run run) {

        /** What nobody waits for is tried until it is made. */
        boolean isOrdered() {
            return run != null && run.orderedBy() != null;
        }
    }

    private record Whole(FrozenEdition frozen, DefinitionContent definition, List<Finding> findings) {
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
        return unitOfWork.run(session -> begin(session, claim))
                .chain(task -> task == null ? Uni.createFrom().voidItem() : attempt(claim, task))
                .onTermination().invoke(() -> claims.done(claim));
    }

    /** What there is to do under a claim; {@code null} if it was called off since. */
    private Uni<Task> begin(Mutiny.Session session, EditionClaims.Claim claim) {
        return store.find(session, claim.edition()).chain(edition -> {
            if (!edition.isHeldBy(claim.token())) {
                return Uni.createFrom().nullItem();
            }
            Uni<Run> begun = edition.status() != EditionStatus.DRAFT ? Uni.createFrom().nullItem()
                    : runs.begin(session, edition.id(), claim.token()).chain(() -> runs.find(session, edition.id()));
            return definitions.in(session, edition.report())
                    .chain(definition -> begun.map(run -> new Task(edition, definition, run)));
        });
    }

    private Uni<Void> attempt(EditionClaims.Claim claim, Task task) {
        if (task.isOrdered() && task.run().attempts() > mostAttempts) {
            return abandoning.fail(claim, Failure.of(RunFailure.RUN_LOST));
        }
        RunAttempt attempt = task.run() == null ? RunAttempt.untold() : attempts.begun(task.edition().id(), claim.token());
        return attempt.stoppable(Uni.createFrom().deferred(() -> whole(task, attempt))
                .ifNoItem().after(LIMIT).failWith(() -> Failure.of(CommonFailure.OVERLOADED, "Making it took too long.")))
                .call(() -> attempts.enter(attempt, RunStep.KEEPING, null))
                .chain(whole -> publication.settle(claim, whole.frozen(), whole.definition(), whole.findings()))
                .onFailure().recoverWithUni(failure -> giveBack(claim, task, failure))
                .onTermination().invoke(() -> attempts.done(attempt));
    }

    private Uni<Whole> whole(Task task, RunAttempt attempt) {
        Edition edition = task.edition();
        Uni<MadeEdition> content = edition.status() == EditionStatus.DRAFT ? contents.make(edition, task.definition())
                : contents.kept(edition);
        return ReadingFollower.within(attempt, content.chain(made -> attempts.enter(attempt, RunStep.EXAMINING, null)
                .chain(() -> gate.examine(made.definition(), EditionCollection.period(edition, made.definition()),
                        made.document(), made.asOf()))
                .chain(findings -> press.press(edition, made, attempt)
                        .map(frozen -> new Whole(frozen, made.definition(), findings)))));
    }

    private Uni<Void> giveBack(EditionClaims.Claim claim, Task task, Throwable thrown) {
        Failure failure = thrown instanceof Failure known ? known : Failure.of(CommonFailure.UNEXPECTED);
        if (failure.code() == RunFailure.RUN_ENDED) {
            LOG.infof("edition %s is made no longer: its run has ended, or is somebody else's", task.edition().id());
            return Uni.createFrom().voidItem();
        }
        int attempted = task.edition().attempts();
        boolean hopeless = task.isOrdered() && (task.run().attempts() >= mostAttempts || !failure.code().kind().mendsItself());
        LOG.warnf("edition %s %s: %s (%s), attempt %d", task.edition().id(), hopeless ? "is given up" : "waits",
                failure.getMessage(), failure.code().code(), attempted);
        LOG.debugf(thrown, "cause of edition %s not being made", task.edition().id());
        return hopeless ? abandoning.fail(claim, failure) : claims.postpone(claim, attempted, failure);
    }
}
