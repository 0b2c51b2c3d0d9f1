package org.harmregistry.sources.sealing.domain;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;

import org.harmregistry.kit.problem.CommonFailure;
import org.harmregistry.kit.problem.Failure;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;

/**
 * Runs what may block - a key file, a key service - on threads of its own, a few at a time and never without bound; results
 * come back where they were asked for. Not to be used inside a session.
 */
@ApplicationScoped
class SealingWork {

    private static final int THREADS = 4;
    private static final int AT_ONCE = 256;
    private static final Duration LIMIT = Duration.ofSeconds(2);

    private final WorkerExecutor threads;
    private final AtomicInteger running = new AtomicInteger();

    SealingWork(Vertx vertx) {
        this.threads = vertx.createSharedWorkerExecutor("sealing", THREADS, 10, TimeUnit.SECONDS);
    }

    <T> Uni<T> run(Callable<T> work) {
        return Uni.createFrom().deferred(() -> {
            if (running.incrementAndGet() > AT_ONCE) {
                running.decrementAndGet();
                return Uni.createFrom().failure(Failure.of(CommonFailure.OVERLOADED));
            }
            return Uni.createFrom().completionStage(() -> threads.executeBlocking(counted(work), false).toCompletionStage())
                    .ifNoItem().after(LIMIT).failWith(() -> Failure.of(SealingFailure.KEYS_UNAVAILABLE));
        });
    }

    /** What nobody waits for any more is under way all the same, and counts until it ends. */
    private <T> Callable<T> counted(Callable<T> work) {
        return () -> {
            try {
                return work.call();
            } finally {
                running.decrementAndGet();
            }
        };
    }

    @PreDestroy
    void end() {
        threads.close();
    }
}
