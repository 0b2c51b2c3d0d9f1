package org.harmregistry.sources.duplicate.store;

import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import org.harmregistry.sources.duplicate.domain.DuplicateDecision;
import org.harmregistry.sources.duplicate.domain.DuplicateDecisions;
import org.hibernate.reactive.mutiny.Mutiny;

import io.smallrye.mutiny.Uni;

/** The decisions in PostgreSQL. */
@ApplicationScoped
class DuplicateDecisionsInPostgres implements DuplicateDecisions {

    private static final String LAST_OF_EACH_PAIR = """
            select distinct on (r.first_source, r.second_source) r.* from duplicate_decision r
            where r.first_source = :source or r.second_source = :source
            order by r.first_source, r.second_source, r.decided_at desc, r.id desc
            """;

    @Override
    public Uni<Void> add(Mutiny.Session session, DuplicateDecision decision) {
        return session.persist(decision).chain(session::flush);
    }

    @Override
    public Uni<Map<UUID, DuplicateDecision>> of(Mutiny.Session session, UUID source) {
        return session.createNativeQuery(LAST_OF_EACH_PAIR, DuplicateDecision.class).setParameter("source", source)
                .getResultList().map(found -> found.stream().collect(Collectors.toMap(
                        decision -> decision.otherThan(source), decision -> decision)));
    }
}
