package org.harmregistry.sources.archive;

import java.util.concurrent.Callable;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;

/** The few threads on which digests are made, so that no event loop waits for them. */
@ApplicationScoped
class Hashing {

    private final WorkerExecutor workers;

    Hashing(Vertx vertx, @ConfigProperty(name = "registry.archive.hashing-threads") int threads) {
        this.workers = vertx.createSharedWorkerExecutor("archive hashing", threads);
    }

    /** Does the work on one of the threads, and goes on in the Vert.x context where it was asked for. */
    <T> Uni<T> on(Callable<T> work) {
        return Uni.createFrom().emitter(emitter -> workers.executeBlocking(work, false)
                .onSuccess(emitter::complete).onFailure(emitter::fail));
    }
}
