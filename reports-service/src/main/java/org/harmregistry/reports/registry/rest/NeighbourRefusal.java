package org.harmregistry.reports.registry.rest;

import java.net.URI;

/**
 * A neighbour that is well refused a request, or sent us elsewhere with it (308): asking again would not help, and it
 * says nothing about its health.
 */
class NeighbourRefusal extends RuntimeException {

    static final int MOVED = 308;

    private final int status;
    private final transient URI elsewhere;

    /** @param elsewhere where it sent us; {@code null} if nowhere */
    NeighbourRefusal(int status, URI elsewhere) {
        super("answered " + status, null, false, false);
        this.status = status;
        this.elsewhere = elsewhere;
    }

    /** Where it sent us; {@code null} if nowhere. */
    URI elsewhere() {
        return elsewhere;
    }

    int status() {
        return status;
    }
}
