package org.harmregistry.reports.registry;

import io.smallrye.mutiny.Context;
import io.smallrye.mutiny.Uni;

/**
 * Is told what one piece of work reads of the registry, as it reads it. It travels with the subscription, as
 * {@link ReadingInstant} does, so that no part of a report has to hand it on.
 */
public interface ReadingFollower {

    /** What is read. */
    enum Part {
        /** Records that incidents-service keeps. */
        INCIDENTS,
        /** Sources, citations and files. */
        SOURCES,
        /** Statistics, gaps and balances: numbers that a service counts itself. */
        COUNTS
    }

    /**
     * A read begins, or has come as far as this.
     *
     * @param records how many records came since the last time; 0 where it only begins
     */
    void reads(Part part, int records);

    /** The same work, its reads told to the follower. */
    static <T> Uni<T> within(ReadingFollower follower, Uni<T> work) {
        return Carried.with(ReadingFollower.class.getName(), follower, work);
    }

    /** The follower of the work that a read belongs to, or one that listens to nothing. */
    static ReadingFollower of(Context context) {
        String key = ReadingFollower.class.getName();
        return context.getOrElse(key, () -> (part, records) -> {
            // Nobody listens.
        });
    }
}
