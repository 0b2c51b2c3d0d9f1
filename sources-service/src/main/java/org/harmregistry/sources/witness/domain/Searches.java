package org.harmregistry.sources.witness.domain;

import java.time.Instant;

import org.hibernate.reactive.mutiny.Mutiny;

import io.smallrye.mutiny.Uni;

/** Who searched for names, and when. */
public interface Searches {

    Uni<Void> add(Mutiny.Session session, String subject, Instant at, int found);
}
