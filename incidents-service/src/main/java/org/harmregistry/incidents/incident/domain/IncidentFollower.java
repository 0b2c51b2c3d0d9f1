package org.harmregistry.incidents.incident.domain;

import java.util.Set;
import java.util.UUID;

import org.harmregistry.kit.identity.Caller;
import org.hibernate.reactive.mutiny.Mutiny;

import io.smallrye.mutiny.Uni;

/** Port: for features whose records everybody may read only while everybody may read their incident. */
public interface IncidentFollower {

    /**
     * Told of incidents that came into everybody's sight or left it, in the transaction of that change and after it was
     * written.
     */
    Uni<Void> turned(Mutiny.Session session, Caller caller, Set<UUID> incidents);
}
