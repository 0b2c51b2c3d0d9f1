package org.harmregistry.reports.edition.domain;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

import jakarta.enterprise.context.ApplicationScoped;

import org.harmregistry.kit.database.UnitOfWork;
import org.harmregistry.kit.identity.Caller;
import org.harmregistry.kit.json.JsonReading;
import org.harmregistry.kit.problem.CommonFailure;
import org.harmregistry.kit.problem.Failure;
import org.harmregistry.reports.run.domain.Run;
import org.harmregistry.reports.run.domain.RunFailure;
import org.harmregistry.reports.run.domain.RunProblem;
import org.harmregistry.reports.run.domain.RunState;
import org.harmregistry.reports.run.domain.Runs;
import org.hibernate.reactive.mutiny.Mutiny;

import io.smallrye.mutiny.Uni;

/**
 * Gives an edition up before it is whole: edition, run and history say so in one transaction. What was laid into the
 * archive for it is named by no row and read by nobody.
 */
@ApplicationScoped
public class EditionAbandoning {

    private final UnitOfWork unitOfWork;
    private final EditionStore store;
    private final EditionHistory history;
    private final Runs runs;
    private final JsonReading json;
    private final Clock clock;

    public EditionAbandoning(UnitOfWork unitOfWork, EditionStore store, EditionHistory history, Runs runs, JsonReading json,
            Clock clock) {
        this.unitOfWork = unitOfWork;
        this.store = store;
        this.history = history;
        this.runs = runs;
        this.json = json;
        this.clock = clock;
    }

    /**
     * Calls the run off; the edition is locked.
     *
     * @throws Failure 409 {@code run_ended} if the edition is whole already, or was given up
     */
    Uni<Run> cancel(Mutiny.Session session, Caller caller, Edition edition, String reason) {
        if (edition.status() != EditionStatus.DRAFT) {
            throw Failure.of(RunFailure.RUN_ENDED, "The edition is " + edition.status().word() + ", no draft any more.");
        }
        return runs.find(session, edition.id()).onItem().ifNull().failWith(() -> Failure.of(CommonFailure.NOT_FOUND))
                .chain(() -> cancelDraft(session, caller, edition, reason));
    }

    private Uni<Run> cancelDraft(Mutiny.Session session, Caller caller, Edition edition, String reason) {
        edition.abandon("run_cancelled", "A publisher called it off: " + reason, now());
        return history.append(session, caller, edition, "cancelled", reason)
                .chain(() -> runs.end(session, edition.id(), RunState.CANCELLED, null, reason))
                .chain(() -> runs.find(session, edition.id()));
    }

    /** Gives up what cannot be made; does nothing if the claim was lost. */
    Uni<Void> fail(EditionClaims.Claim claim, Failure failure) {
        return unitOfWork.run(session -> store.lock(session, claim.edition()).chain(edition -> {
            if (edition == null || edition.status() != EditionStatus.DRAFT || !edition.isHeldBy(claim.token())) {
                return Uni.createFrom().voidItem();
            }
            edition.abandon(failure.code().code(), failure.getMessage(), now());
            return history.append(session, EditionHistory.unattended(edition.organisation()), edition, "abandoned",
                    failure.getMessage())
                    .chain(() -> runs.end(session, edition.id(), RunState.FAILED,
                            json.tree(RunProblem.of(failure)).toString(), null));
        }));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
