package org.harmregistry.incidents.duplicate.domain;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.harmregistry.incidents.incident.domain.Incident;
import org.harmregistry.kit.identity.Caller;
import org.hibernate.reactive.mutiny.Mutiny;

import io.smallrye.mutiny.Uni;

/** Port: finds records that are worth comparing, and remembers what people found of pairs. */
public interface CandidateStore {

    /**
     * Records that the caller may see and that bear the same external id as one, then those in its neighbourhood, the nearest
     * days first; at most so many.
     */
    Uni<List<Incident>> around(Mutiny.Session session, Caller caller, Neighbourhood neighbourhood, int most);

    /** What was found of the record and others, by the other. */
    Uni<Map<UUID, Dismissal>> dismissalsOf(Mutiny.Session session, UUID incident);

    /** Remembers a finding; fails with 409 {@code already_dismissed} if there is one of this pair. */
    Uni<Void> add(Mutiny.Session session, Dismissal dismissal);
}
