package org.harmregistry.reports.edition.domain;

import java.time.Instant;
import java.util.List;

import io.smallrye.mutiny.Uni;

/** Where an edition stands in the public log. */
public interface EditionLogging {

    /**
     * One leaf about an edition.
     *
     * @param kind what it tells
     * @param at when that was, UTC
     * @param origin the log that it stands in; absent while it waits
     * @param index its place there, from 0; absent while it waits
     * @param size the smallest published tree that holds it; absent while it waits
     * @param matches true if the leaf is what the log's checkpoint covers, and tells of the edition as it is stored; absent
     *        while
     *        it waits
     * @param key the verifier key of whoever signed that tree (C2SP signed-note); absent while it waits
     */
    record Place(String kind, Instant at, String origin, Long index, Long size, Boolean matches, String key) {
    }

    /** The leaves of an edition, in their order. */
    Uni<List<Place>> places(Edition edition);
}
