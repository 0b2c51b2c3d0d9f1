package org.harmregistry.reports.edition.domain;

import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.harmregistry.kit.problem.CommonFailure;
import org.harmregistry.kit.problem.Failure;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;

/** The few threads on which files are written: a long document delays the next one, and nothing else. */
@ApplicationScoped
class RenderingWorkers {

    private final WorkerExecutor workers;
    private final int threads;
    private final int most;
    private final AtomicInteger taken = new AtomicInteger();

    /**
     * @param threads how many files are written at a time
     * @param queue how many more may wait
     */
    RenderingWorkers(Vertx vertx, @ConfigProperty(name = "registry.rendering.threads") int threads,
            @ConfigProperty(name = "registry.rendering.queue") int queue) {
        this.workers = vertx.createSharedWorkerExecutor("rendering", threads, 10, TimeUnit.MINUTES);
        this.threads = threads;
        this.most = threads + queue;
    }

    int threads() {
        return threads;
    }

    /** Does the work on one of the threads, and goes on in the Vert.x context where it was asked for. */
    <T> Uni<T> on(Callable<T> work) {
        return Uni.createFrom().emitter(emitter -> {
            if (taken.incrementAndGet() > most) {
                taken.decrementAndGet();
                emitter.fail(Failure.of(CommonFailure.OVERLOADED, "Too many files wait to be written."));
                return;
            }
            AtomicBoolean cancelled = new AtomicBoolean();
            emitter.onTermination(() -> cancelled.set(true));
            workers.executeBlocking(() -> cancelled.get() ? null : work.call(), false)
                    .onComplete(done -> taken.decrementAndGet())
                    .onSuccess(emitter::complete).onFailure(emitter::fail);
        });
    }
}
