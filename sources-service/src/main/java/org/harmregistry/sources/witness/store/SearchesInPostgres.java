package org.harmregistry.sources.witness.store;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

import jakarta.enterprise.context.ApplicationScoped;

import org.harmregistry.sources.witness.domain.Searches;
import org.hibernate.reactive.mutiny.Mutiny;

import io.smallrye.mutiny.Uni;

/** Keeps searches in PostgreSQL. */
@ApplicationScoped
class SearchesInPostgres implements Searches {

    private static final String ADD = """
            insert into witness_search (searched_by, searched_at, found) values (:subject, :at, :found)
            """;

    @Override
    public Uni<Void> add(Mutiny.Session session, String subject, Instant at, int found) {
        return session.createNativeQuery(ADD).setParameter("subject", subject)
                .setParameter("at", OffsetDateTime.ofInstant(at, ZoneOffset.UTC)).setParameter("found", found).executeUpdate()
                .replaceWithVoid();
    }
}
