package org.harmregistry.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;

/** Holds the making of an edition at one place until the test lets it go on. */
final class Held {

    /** The transaction that makes an edition public. */
    static final String PUBLISHING = "publishing";

    private static volatile Held now;

    private final String place;
    private final CountDownLatch reached = new CountDownLatch(1);
    private final CompletableFuture<Void> released = new CompletableFuture<>();

    private Held(String place) {
        this.place = place;
    }

    /**
     * @param place {@link #PUBLISHING}, or the media type of what is laid into the archive
     */
    static Held at(String place) {
        now = new Held(place);
        return now;
    }

    static Uni<Void> pass(String place) {
        Held held = now;
        if (held == null || !held.place.equals(place)) {
            return Uni.createFrom().voidItem();
        }
        return Uni.createFrom().deferred(() -> {
            Context context = Vertx.currentContext();
            held.reached.countDown();
            return Uni.createFrom().completionStage(held.released).emitOn(go -> context.runOnContext(on -> go.run()));
        });
    }

    void awaitReached() throws InterruptedException {
        assertThat(reached.await(20, TimeUnit.SECONDS)).as("somebody comes to " + place).isTrue();
    }

    void release() {
        now = null;
        released.complete(null);
    }
}
