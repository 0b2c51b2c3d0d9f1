package org.harmregistry.sources.source.store;

import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;

import org.harmregistry.kit.identity.Caller;
import org.harmregistry.sources.source.domain.ExternalId;
import org.harmregistry.sources.source.domain.HeldExternalId;
import org.harmregistry.sources.source.domain.Source;
import org.harmregistry.sources.source.domain.SourceFilter;
import org.harmregistry.sources.source.domain.Sources;
import org.hibernate.reactive.mutiny.Mutiny;

import io.smallrye.mutiny.Uni;

/** Finds and keeps sources by Hibernate. */
@ApplicationScoped
class SourcesInPostgres implements Sources {

    private static final String WITH_IDS = "from Source s where s.id in (:ids) order by s.id";
    private static final String HELD = """
            from HeldExternalId h
            where h.key.organisation = :organisation and h.key.system in (:systems) and h.key.externalId in (:ids)
            """;

    @Override
    public Uni<Source> find(Mutiny.Session session, UUID id) {
        return session.find(Source.class, id);
    }

    @Override
    public Uni<Source> findForChange(Mutiny.Session session, UUID id) {
        return session.find(Source.class, id, LockModeType.PESSIMISTIC_WRITE);
    }

    @Override
    public Uni<Map<UUID, Source>> findAll(Mutiny.Session session, Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        return byId(session.createQuery(WITH_IDS, Source.class).setParameter("ids", ids));
    }

    private static Uni<Map<UUID, Source>> byId(Mutiny.SelectionQuery<Source> query) {
        return query.getResultList().map(found -> found.stream().collect(Collectors.toMap(Source::id, Function.identity())));
    }

    @Override
    public Uni<Map<ExternalId, Source>> findByExternalIds(Mutiny.Session session, String organisation,
            Collection<ExternalId> ids) {
        return held(session, organisation, ids)
                .chain(held -> locked(session, sourcesOf(held)).map(found -> byExternalId(held, found)));
    }

    @Override
    public Uni<Map<ExternalId, Source>> named(Mutiny.Session session, String organisation, Collection<ExternalId> ids) {
        return held(session, organisation, ids)
                .chain(held -> findAll(session, sourcesOf(held)).map(found -> byExternalId(held, found)));
    }

    private static Uni<List<HeldExternalId>> held(Mutiny.Session session, String organisation, Collection<ExternalId> ids) {
        if (ids.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        Set<ExternalId> wanted = new HashSet<>(ids);
        return session.createQuery(HELD, HeldExternalId.class)
                .setParameter("organisation", organisation)
                .setParameter("systems", wanted.stream().map(ExternalId::system).distinct().toList())
                .setParameter("ids", wanted.stream().map(ExternalId::id).distinct().toList())
                .getResultList()
                .map(held -> held.stream().filter(each -> wanted.contains(each.externalId())).toList());
    }

    private static List<UUID> sourcesOf(List<HeldExternalId> held) {
        return held.stream().map(HeldExternalId::sourceId).distinct().toList();
    }

    /** In the order of ids, so that two imports of the same rows wait for each other instead of locking each other out. */
    private static Uni<Map<UUID, Source>> locked(Mutiny.Session session, List<UUID> ids) {
        if (ids.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        return byId(session.createQuery(WITH_IDS, Source.class).setParameter("ids", ids)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE));
    }

    private static Map<ExternalId, Source> byExternalId(List<HeldExternalId> held, Map<UUID, Source> found) {
        Map<ExternalId, Source> sources = new LinkedHashMap<>();
        held.forEach(each -> sources.put(each.externalId(), found.get(each.sourceId())));
        return sources;
    }

    @Override
    public Uni<List<Source>> list(Mutiny.Session session, SourceFilter filter, Caller caller, UUID after, int limit) {
        SourceConditions conditions = SourceConditions.visibleTo(caller).matching(filter);
        if (after != null) {
            conditions.and("s.id > :after", "after", after);
        }
        return conditions.applyTo(session.createQuery(conditions.query(), Source.class)).setMaxResults(limit).getResultList();
    }

    @Override
    public Uni<List<Source>> withSameKey(Mutiny.Session session, Source source, Caller caller, int limit) {
        if (source.canonicalKey() == null) {
            return Uni.createFrom().item(List.of());
        }
        SourceConditions conditions = SourceConditions.visibleTo(caller)
                .and("s.canonicalKey = :key", "key", source.canonicalKey())
                .and("s.id <> :self", "self", source.id());
        return conditions.applyTo(session.createQuery(conditions.query(), Source.class)).setMaxResults(limit).getResultList();
    }

    @Override
    public Uni<Void> add(Mutiny.Session session, List<Source> sources) {
        return session.persistAll(sources.toArray())
                .chain(() -> session.persistAll(sources.stream().flatMap(SourcesInPostgres::held).toArray()))
                .chain(session::flush);
    }

    @Override
    public Uni<Void> holdExternalIds(Mutiny.Session session, Source source) {
        return session.createMutationQuery("delete from HeldExternalId h where h.sourceId = :source")
                .setParameter("source", source.id()).executeUpdate()
                .chain(() -> session.persistAll(held(source).toArray()))
                .chain(session::flush);
    }

    private static Stream<HeldExternalId> held(Source source) {
        return source.externalIds().stream().map(id -> new HeldExternalId(source.organisation(), id, source.id()));
    }
}
