package org.harmregistry.reports.run.domain;

import java.util.List;
import java.util.UUID;

import org.hibernate.reactive.mutiny.Mutiny;

import io.smallrye.mutiny.Uni;

/** The register of runs. Times are those of the register's own clock. */
public interface Runs {

    /**
     * Opens the run of an edition in the transaction that opens the edition.
     *
     * @param orderedBy who ordered it; {@code null} where it is due by itself
     */
    Uni<Void> open(Mutiny.Session session, UUID edition, String orderedBy);

    /** How many runs that somebody ordered have not ended; nobody opens another one before the transaction ends. */
    Uni<Integer> countOrdered(Mutiny.Session session);

    /** The run of an edition; {@code null} if it has none. */
    Uni<Run> find(Mutiny.Session session, UUID edition);

    /** Begins a run anew under a claim; does nothing if it has ended. */
    Uni<Void> begin(Mutiny.Session session, UUID edition, UUID claim);

    /**
     * Notes how far runs are.
     *
     * @return the claims under which they are still made; the others are somebody else's now, or have ended
     */
    Uni<List<UUID>> note(Mutiny.Session session, List<Noted> progress);

    /**
     * @param claim the claim under which it is made
     * @param progress how far it is
     */
    record Noted(UUID claim, Run.Progress progress) {
    }

    /** Lets a run that is held under the claim wait, as long as its edition does. */
    Uni<Void> wait(Mutiny.Session session, UUID claim, String problem);

    /**
     * Ends a run that has not ended.
     *
     * @param problem the problem document of a failure as JSON; {@code null} otherwise
     * @param reason why it was called off; {@code null} where it was not
     */
    Uni<Void> end(Mutiny.Session session, UUID edition, RunState state, String problem, String reason);
}
