package org.harmregistry.sources.attachment.domain;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.harmregistry.kit.problem.CommonFailure;
import org.harmregistry.kit.problem.Failure;

import io.smallrye.mutiny.Uni;

/** Holds the bodies of files that are received at once to a number: each takes memory and a part of the archive's time. */
@ApplicationScoped
public class Receptions {

    private final int atOnce;
    private final AtomicInteger running = new AtomicInteger();

    public Receptions(@ConfigProperty(name = "registry.uploads.at-once") int atOnce) {
        this.atOnce = atOnce;
    }

    /** Does the work, or fails with 503 {@code overloaded}. */
    public <T> Uni<T> bounded(Supplier<Uni<T>> work) {
        return Uni.createFrom().deferred(() -> {
            if (running.incrementAndGet() > atOnce) {
                running.decrementAndGet();
                return Uni.createFrom().failure(Failure.of(CommonFailure.OVERLOADED));
            }
            return Uni.createFrom().deferred(work::get).onTermination().invoke(running::decrementAndGet);
        });
    }
}
