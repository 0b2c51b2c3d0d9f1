package org.harmregistry.reports.registry;

import java.util.List;

import io.smallrye.mutiny.Uni;

/** The change feeds of the other services, as everybody may follow them. */
public interface ChangeFeeds {

    /** The feeds of the collections that figures name records of. */
    List<String> COLLECTIONS = List.of("incidents", "tallies", "statements", "denominators", "demands", "commitments",
            "sources");

    /**
     * The changes behind a cursor. Fails with 410 {@code cursor_expired} if the feed has begun anew.
     *
     * @param collection one of {@link #COLLECTIONS}
     * @param cursor {@code null} for the beginning
     */
    Uni<ChangesRead> behind(String collection, String cursor);
}
