package org.harmregistry.sources.sealing.domain;

import java.time.Clock;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.harmregistry.kit.problem.Failure;

import io.smallrye.mutiny.Uni;

/** Gives the keys of sources to who seals and opens texts; never inside a session, since key services take their time. */
@ApplicationScoped
public class Sealing {

    private final KeyStore store;
    private final KeyWrapping wrapping;
    private final SealingWork work;
    private final SealingAlerts alerts;
    private final Clock clock;

    public Sealing(KeyStore store, KeyWrapping wrapping, SealingWork work, SealingAlerts alerts, Clock clock) {
        this.store = store;
        this.wrapping = wrapping;
        this.work = work;
        this.alerts = alerts;
        this.clock = clock;
    }

    /**
     * The source's key for a purpose, made when it is first asked for.
     *
     * @return fails with 410 {@code key_destroyed}, or 503 {@code keys_unavailable}
     */
    public Uni<SealingKey> keyFor(UUID source, KeyPurpose purpose) {
        return store.find(source, purpose)
                .chain(kept -> kept != null ? Uni.createFrom().item(kept)
                        : work.run(() -> wrapping.newKey(source, purpose)).chain(store::add))
                .chain(this::open);
    }

    /**
     * The same of a key that must be there, since something is sealed under it.
     *
     * @return fails with 409 {@code sealed_text_damaged} if it is not
     */
    public Uni<SealingKey> existingKey(UUID source, KeyPurpose purpose) {
        return store.find(source, purpose).chain(kept -> {
            if (kept == null) {
                alerts.keyMissing(source, purpose);
                throw Failure.of(SealingFailure.SEALED_TEXT_DAMAGED);
            }
            return open(kept);
        });
    }

    /** Destroys a key for good, and with it what is sealed under it, in the register and in every copy of it. */
    public Uni<Void> destroy(UUID source, KeyPurpose purpose) {
        return store.destroy(source, purpose, clock.instant());
    }

    private Uni<SealingKey> open(KeptKey kept) {
        if (kept.isDestroyed()) {
            return Uni.createFrom().failure(Failure.of(SealingFailure.KEY_DESTROYED));
        }
        return work.run(() -> wrapping.open(kept)).onFailure(Failure.class)
                .recoverWithUni(failure -> openedAnew(kept, (Failure) failure));
    }

    /** Between reading a key and unwrapping it, it may have been wrapped anew and its former wrapping key be gone. */
    private Uni<SealingKey> openedAnew(KeptKey before, Failure failure) {
        return store.find(before.source(), before.purpose()).chain(now -> {
            if (now == null || now.isDestroyed() || now.wrappedBy().equals(before.wrappedBy())) {
                throw failure;
            }
            return work.run(() -> wrapping.open(now));
        });
    }
}
