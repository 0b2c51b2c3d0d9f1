package org.harmregistry.sources.sealing.domain;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;

/** Tells the operator what must not happen to sealed texts and keys: where, and never what. */
@Startup
@ApplicationScoped
class SealingAlerts {

    private static final Logger LOG = Logger.getLogger("registry.sealing");

    private final Counter damaged;
    private final Counter unavailable;

    SealingAlerts(MeterRegistry meters) {
        this.damaged = meters.counter("registry.sealing.damaged");
        this.unavailable = meters.counter("registry.sealing.keys.unavailable");
    }

    void doesNotOpen(SealedPlace place, int keyVersion) {
        damaged.increment();
        LOG.errorf("ALERT sealed text does not open: source %s, field %s, key version %d. It was moved, altered, or sealed "
                + "under another key.", place.source(), place.field(), keyVersion);
    }

    void keyDoesNotUnwrap(KeptKey key) {
        damaged.increment();
        LOG.errorf(
                "ALERT key does not unwrap: source %s, purpose %s, wrapped by %s. It was moved or altered, or its wrapping key "
                        + "is missing or another.",
                key.source(), key.purpose().word(), key.wrappedBy());
    }

    void keyMissing(UUID source, KeyPurpose purpose) {
        damaged.increment();
        LOG.errorf("ALERT key missing: source %s, purpose %s. The key store holds neither the key nor its destruction.", source,
                purpose.word());
    }

    void ringUnavailable(Throwable why) {
        unavailable.increment();
        LOG.errorf("Wrapping keys cannot be used: %s", why.getMessage());
    }
}
