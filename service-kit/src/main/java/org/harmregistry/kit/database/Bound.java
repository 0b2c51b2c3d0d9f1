package org.harmregistry.kit.database;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

import org.harmregistry.kit.problem.CommonFailure;
import org.harmregistry.kit.problem.Failure;

import io.smallrye.mutiny.Uni;

/** Holds one kind of work with the database to a number at once and to a time; beyond either the answer is 503. */
final class Bound {

    private final DatabaseFailures failures;
    private final int atOnce;
    private final AtomicInteger running = new AtomicInteger();

    Bound(DatabaseFailures failures, int atOnce) {
        this.failures = failures;
        this.atOnce = atOnce;
    }

    /** Does the work if there is room for it, and tells what its failure means to the caller. */
    <T> Uni<T> within(Duration limit, Supplier<Uni<T>> work) {
        return Uni.createFrom().deferred(() -> {
            if (running.incrementAndGet() > atOnce) {
                running.decrementAndGet();
                return Uni.createFrom().failure(
                        () -> Failure.of(CommonFailure.OVERLOADED).because(atOnce + " at once", null));
            }
            return Uni.createFrom().<T> deferred(() -> work.get())
                    .ifNoItem().after(limit).failWith(() -> late(limit))
                    .onFailure().transform(failures::translate)
                    .onTermination().invoke(running::decrementAndGet);
        });
    }

    private static Failure late(Duration limit) {
        return Failure.of(CommonFailure.DATABASE_UNAVAILABLE).because("no end within " + limit, null);
    }
}
