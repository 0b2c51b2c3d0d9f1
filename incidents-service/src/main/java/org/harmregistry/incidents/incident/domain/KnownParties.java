package org.harmregistry.incidents.incident.domain;

import java.util.Set;

import org.hibernate.reactive.mutiny.Mutiny;

import io.smallrye.mutiny.Uni;

/** Port: which parties the registry knows. */
public interface KnownParties {

    /** Those of the slugs that name a party. */
    Uni<Set<String>> among(Mutiny.Session session, Set<String> slugs);
}
