package org.harmregistry.sources.incident.store;

/** A neighbour that is well refused a request: asking again would not help, and it says nothing about its health. */
class NeighbourRefusal extends RuntimeException {

    NeighbourRefusal() {
        super("refused", null, false, false);
    }
}
