package org.harmregistry.sources.duplicate.domain;

import java.util.Map;
import java.util.UUID;

import org.hibernate.reactive.mutiny.Mutiny;

import io.smallrye.mutiny.Uni;

/** What analysts said of pairs, in the session of one unit of work. */
public interface DuplicateDecisions {

    Uni<Void> add(Mutiny.Session session, DuplicateDecision decision);

    /** The last decision on each pair that the source is of, by the other source. */
    Uni<Map<UUID, DuplicateDecision>> of(Mutiny.Session session, UUID source);
}
