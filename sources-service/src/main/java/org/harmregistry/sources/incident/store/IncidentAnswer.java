package org.harmregistry.sources.incident.store;

/**
 * What the neighbour answered.
 *
 * @param status 200, 308 or 404
 * @param location of a 308
 * @param body of a 200 or 404, JSON
 */
record IncidentAnswer(int status, String location, byte[] body) {

    static final int FOUND = 200;
    static final int MOVED = 308;
    static final int NOT_FOUND = 404;
}
