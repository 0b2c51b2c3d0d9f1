package org.harmregistry.reports.registry.rest;

/** A neighbour that is well refused a request: asking again would not help, and it says nothing about its health. */
class NeighbourRefusal extends RuntimeException {

    private final int status;

    NeighbourRefusal(int status) {
        super("answered " + status, null, false, false);
        this.status = status;
    }

    int status() {
        return status;
    }
}
