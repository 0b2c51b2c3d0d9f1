package org.harmregistry.kit.time;

import java.time.Duration;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;

/** Waits without holding a thread. */
@ApplicationScoped
public class Pauses {

    private final Vertx vertx;

    public Pauses(Vertx vertx) {
        this.vertx = vertx;
    }

    /** Goes on after a while, in the Vert.x context where it was subscribed to; cancelled, it leaves no timer. */
    public Uni<Void> of(Duration pause) {
        return Uni.createFrom().emitter(emitter -> {
            long timer = vertx.setTimer(pause.toMillis(), fired -> emitter.complete(null));
            emitter.onTermination(() -> vertx.cancelTimer(timer));
        });
    }
}
