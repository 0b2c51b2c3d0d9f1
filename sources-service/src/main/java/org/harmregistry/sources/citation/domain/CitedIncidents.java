package org.harmregistry.sources.citation.domain;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

import org.harmregistry.sources.incident.domain.IncidentFinding;
import org.hibernate.reactive.mutiny.Mutiny;

import io.smallrye.mutiny.Uni;

/** The incidents that are cited, and when each is to be asked for; in the session of one unit of work. */
public interface CitedIncidents {

    /**
     * An incident to be asked for by who claimed it.
     *
     * @param attempts how often it was not there in a row
     */
    record Due(UUID incident, int attempts) {
    }

    /** Notes that these incidents are cited: each is to be asked for soon. */
    Uni<Void> note(Mutiny.Session session, Collection<UUID> incidents);

    /** Claims incidents that are due, the longest waiting first; others leave them alone until the lease is over. */
    Uni<List<Due>> claim(Mutiny.Session session, UUID claim, Duration lease, int limit);

    /** Gives back what was claimed and not asked for, to be taken up again after the wait. */
    Uni<Void> release(Mutiny.Session session, UUID claim, Duration wait);

    /**
     * Ends the claim on one incident.
     *
     * @param wait after which it is to be asked for again
     * @return false if the claim was not ours any more
     */
    Uni<Boolean> settled(Mutiny.Session session, UUID claim, UUID incident, boolean there, Duration wait);

    /** Citations of the incident that stand otherwise than the finding has it, their rows locked, in the order of ids. */
    Uni<List<Citation>> otherwise(Mutiny.Session session, UUID incident, IncidentFinding finding, int limit);
}
