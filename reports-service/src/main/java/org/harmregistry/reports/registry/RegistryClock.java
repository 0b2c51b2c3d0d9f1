package org.harmregistry.reports.registry;

import java.time.Instant;

import io.smallrye.mutiny.Uni;

/** The clock that all services of the registry agree on. */
public interface RegistryClock {

    /**
     * The last instant of which every service can tell its whole state already: asked again as of it, each answers the same for
     * ever, but for what nobody may see any more. Fails with 503 {@code neighbour_unavailable}.
     */
    Uni<Instant> settled();
}
