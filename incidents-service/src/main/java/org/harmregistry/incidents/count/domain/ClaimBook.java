package org.harmregistry.incidents.count.domain;

import java.util.List;
import java.util.UUID;

import io.smallrye.mutiny.Uni;

/** Port: what sources claim. It asks another service, so it is never asked within a unit of work. */
public interface ClaimBook {

    /**
     * The claims about some incidents that a reader may see: one, and those that it speaks for since a merge. Fails with 503
     * {@code neighbour_unavailable} within seconds if they
     * cannot be had.
     *
     * @param authorization the reader's own authorization, handed on; {@code null} for an anonymous reader
     */
    Uni<List<Claim>> about(List<UUID> incidents, String authorization);
}
