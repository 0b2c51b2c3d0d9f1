package org.harmregistry.kit.database;

import java.time.Duration;
import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hibernate.reactive.mutiny.Mutiny;

import io.smallrye.mutiny.Uni;

/**
 * Runs one reactive chain on one session and in one transaction. Nobody waits without bound: beyond a number of units at once,
 * or beyond a time, the answer is 503. A unit that times out is rolled back or committed whole, as PostgreSQL finds it.
 */
@ApplicationScoped
public class UnitOfWork {

    private static final String WAIT_FOR_ROWS = "select set_config('lock_timeout', :millis, true)";
    private static final String ONE_STATE = "set transaction isolation level repeatable read, read only";

    private final Mutiny.SessionFactory sessions;
    private final Bound bound;
    private final Bound large;
    private final Duration timeout;
    private final Duration largeTimeout;

    /**
     * @param largeTimeout how long a unit may take that goes through a large part of the register
     * @param largeAtOnce how many of those there may be at once
     */
    public UnitOfWork(Mutiny.SessionFactory sessions, DatabaseFailures failures,
            @ConfigProperty(name = "registry.unit-of-work.timeout") Duration timeout,
            @ConfigProperty(name = "registry.unit-of-work.at-once") int atOnce,
            @ConfigProperty(name = "registry.unit-of-work.large-timeout") Duration largeTimeout,
            @ConfigProperty(name = "registry.unit-of-work.large-at-once") int largeAtOnce) {
        this.sessions = sessions;
        this.bound = new Bound(failures, atOnce);
        this.large = new Bound(failures, largeAtOnce);
        this.timeout = timeout;
        this.largeTimeout = largeTimeout;
    }

    /** Runs a request's unit of work within the configured time. */
    public <T> Uni<T> run(Function<Mutiny.Session, Uni<T>> work) {
        return run(bound, timeout, work);
    }

    /** Runs a unit of work that only reads, and whose queries must all see the same state of the register. */
    public <T> Uni<T> read(Function<Mutiny.Session, Uni<T>> work) {
        return run(ofOneState(work));
    }

    /** The same for one that goes through a large part of the register: few at once, each for longer. */
    public <T> Uni<T> readLarge(Function<Mutiny.Session, Uni<T>> work) {
        return run(large, largeTimeout, ofOneState(work));
    }

    private static <T> Function<Mutiny.Session, Uni<T>> ofOneState(Function<Mutiny.Session, Uni<T>> work) {
        return session -> session.createNativeQuery(ONE_STATE).executeUpdate().chain(() -> work.apply(session));
    }

    /** Runs a unit of work that may take longer, such as a batch of an import, and may wait for a row for half of that. */
    public <T> Uni<T> run(Duration limit, Function<Mutiny.Session, Uni<T>> work) {
        String millis = String.valueOf(limit.dividedBy(2).toMillis());
        return run(bound, limit, session -> session.createNativeQuery(WAIT_FOR_ROWS, String.class)
                .setParameter("millis", millis).getSingleResult().chain(() -> work.apply(session)));
    }

    private <T> Uni<T> run(Bound within, Duration limit, Function<Mutiny.Session, Uni<T>> work) {
        return within.within(limit, () -> sessions.withTransaction((session, transaction) -> work.apply(session)));
    }
}
