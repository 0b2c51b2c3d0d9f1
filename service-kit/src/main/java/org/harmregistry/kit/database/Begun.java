package org.harmregistry.kit.database;

import io.smallrye.mutiny.Uni;

/**
 * Begins a statement of a unit of work at once, so that the values of the next one are made while the database is at it; by
 * itself each would wait for the other.
 */
public final class Begun {

    private Begun() {
    }

    /**
     * The statement, under way. No other one may be given to its session before it is done.
     *
     * @return completes, or fails, as the statement does; whoever goes on waits for it
     */
    public static <T> Uni<T> of(Uni<T> statement) {
        Uni<T> known = statement.memoize().indefinitely();
        known.subscribe().with(done -> {
            // Told to whoever goes on.
        }, failure -> {
            // Told to whoever goes on.
        });
        return known;
    }
}
