package org.harmregistry.sources.examination.domain;

import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;

/** The few threads on which files are looked into, so that neither an event loop nor another request waits for them. */
@ApplicationScoped
class ExaminationWorkers {

    private final WorkerExecutor workers;

    ExaminationWorkers(Vertx vertx, @ConfigProperty(name = "registry.examination.threads") int threads) {
        // An examination has a time limit of its own; Vert.x is only to speak up long after that.
        this.workers = vertx.createSharedWorkerExecutor("examination", threads, 10, TimeUnit.MINUTES);
    }

    /** Does the work on one of the threads, and goes on in the Vert.x context where it was asked for. */
    <T> Uni<T> on(Callable<T> work) {
        return Uni.createFrom().emitter(emitter -> workers.executeBlocking(work, false)
                .onSuccess(emitter::complete).onFailure(emitter::fail));
    }
}
