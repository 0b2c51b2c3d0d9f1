package org.harmregistry.kit.time;

import org.harmregistry.kit.problem.Failure;
import org.jboss.logging.Logger;

import io.smallrye.mutiny.Uni;

/** What a job that comes again and again does about a turn that fails: it says so, and waits for the next one. */
public final class NextTurn {

    private NextTurn() {
    }

    /**
     * The turn; never fails.
     *
     * @param waiting what waits for the next turn, in the plural, as it is logged
     */
    public static Uni<Void> after(Uni<?> turn, Logger log, String waiting) {
        return turn.onFailure().invoke(failure -> log.warnf("%s wait: %s", waiting,
                failure instanceof Failure ? failure.getMessage() : "unexpected failure"))
                .onFailure().recoverWithNull().replaceWithVoid();
    }
}
