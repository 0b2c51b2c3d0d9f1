package org.harmregistry.incidents.lineage.domain;

import org.harmregistry.incidents.incident.domain.Incident;
import org.harmregistry.kit.identity.Caller;
import org.hibernate.reactive.mutiny.Mutiny;

import io.smallrye.mutiny.Uni;

/** Port: a feature whose records belong to incidents. When an incident is merged, they follow it in the same transaction. */
public interface MergeFollower {

    /** Lets what belongs to the merged record belong to its successor, with a revision of each. */
    Uni<Void> follow(Mutiny.Session session, Caller caller, Incident merged, Incident successor, String reason);
}
