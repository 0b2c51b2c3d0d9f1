package org.harmregistry.reports.definition.store;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;

import org.harmregistry.reports.definition.domain.Definition;
import org.harmregistry.reports.definition.domain.DefinitionStore;
import org.hibernate.id.uuid.UuidVersion7Strategy;
import org.hibernate.reactive.mutiny.Mutiny;

import io.smallrye.mutiny.Uni;

/** Definitions in PostgreSQL. */
@ApplicationScoped
class SqlDefinitionStore implements DefinitionStore {

    private static final String PERIODS = "select distinct period_key from edition where definition_id = :definition";

    @Override
    public Uni<Definition> find(Mutiny.Session session, String slug) {
        return session.createQuery("from Definition where slug = :slug", Definition.class)
                .setParameter("slug", slug).getSingleResultOrNull();
    }

    @Override
    public Uni<Definition> lock(Mutiny.Session session, String slug) {
        return session.createQuery("from Definition where slug = :slug", Definition.class)
                .setParameter("slug", slug).setLockMode(LockModeType.PESSIMISTIC_WRITE).getSingleResultOrNull();
    }

    @Override
    public Uni<List<Definition>> after(Mutiny.Session session, String slug, int limit) {
        return session.createQuery("from Definition where slug > :slug order by slug", Definition.class)
                .setParameter("slug", slug).setMaxResults(limit).getResultList();
    }

    @Override
    public Uni<Set<String>> periodsWithEditions(Mutiny.Session session, UUID definition) {
        return session.createNativeQuery(PERIODS, String.class).setParameter("definition", definition).getResultList()
                .map(keys -> keys.stream().collect(Collectors.toSet()));
    }

    @Override
    public UUID nextId() {
        return UuidVersion7Strategy.INSTANCE.generateUuid(null);
    }
}
