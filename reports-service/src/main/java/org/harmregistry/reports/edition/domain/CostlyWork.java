package org.harmregistry.reports.edition.domain;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

import jakarta.enterprise.context.ApplicationScoped;

import org.harmregistry.kit.problem.CommonFailure;
import org.harmregistry.kit.problem.Failure;

import io.smallrye.mutiny.Uni;

/** Work on request that costs the other services as much as an edition: few at once, and none without end. */
@ApplicationScoped
class CostlyWork {

    private static final int AT_ONCE = 2;

    private final AtomicInteger running = new AtomicInteger();

    <T> Uni<T> within(Duration limit, Uni<T> work) {
        return Uni.createFrom().deferred(() -> {
            if (running.incrementAndGet() > AT_ONCE) {
                running.decrementAndGet();
                return Uni.createFrom().<T> failure(Failure.of(CommonFailure.OVERLOADED));
            }
            return work.ifNoItem().after(limit).failWith(() -> Failure.of(CommonFailure.NEIGHBOUR_UNAVAILABLE))
                    .onTermination().invoke(running::decrementAndGet);
        });
    }
}
