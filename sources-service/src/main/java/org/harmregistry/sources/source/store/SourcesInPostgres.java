package org.harmregistry.sources.source.store;

import java.util.Collection;
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
import org.harmregistry.kit.json.JsonReading;
import org.harmregistry.sources.source.domain.ExternalId;
import org.harmregistry.sources.source.domain.HeldExternalId;
import org.harmregistry.sources.source.domain.Source;
import org.harmregistry.sources.source.domain.Sources;
import org.hibernate.reactive.mutiny.Mutiny;

import io.smallrye.mutiny.Uni;

/** Finds and keeps sources by Hibernate. */
@ApplicationScoped
class SourcesInPostgres implements Sources {

    /** Lists of any length go as one value: the statement stays the same, and is prepared once. */
    private static final String WITH_IDS = """
            select s.* from source s
            where s.id in (select cast(w.id as uuid) from jsonb_array_elements_text(cast(cast(:ids as text) as jsonb)) as w(id))
            order by s.id
            """;
    private static final String HELD = """
            select h.system, h.external_id, h.source_id from source_external_id h
            join jsonb_to_recordset(cast(cast(:ids as text) as jsonb)) as w(system text, id text)
              on h.system = w.system and h.external_id = w.id
            where h.organisation = :organisation
            """;

    private static final String SEEN = """
            from Source s where s.id = :id
            and (:all = true and s.consent.keptOnly = false or s.organisation = :own or s.inPublic = true)
            """;
    private static final String CLAIM = "select cast(pg_advisory_xact_lock(hashtextextended(:id, 0)) as text)";

    private final JsonReading json;

    SourcesInPostgres(JsonReading json) {
        this.json = json;
    }

    @Override
    public Uni<Void> claim(Mutiny.Session session, UUID id) {
        return session.createNativeQuery(CLAIM, String.class).setParameter("id", id.toString()).getSingleResult()
                .replaceWithVoid();
    }

    @Override
    public Uni<Source> find(Mutiny.Session session, UUID id) {
        return session.find(Source.class, id);
    }

    @Override
    public Uni<Source> findForChange(Mutiny.Session session, UUID id) {
        return session.find(Source.class, id, LockModeType.PESSIMISTIC_WRITE);
    }

    @Override
    public Uni<Source> find(Mutiny.Session session, UUID id, Caller reader) {
        return seen(session, id, reader).getSingleResultOrNull();
    }

    @Override
    public Uni<Source> findForChange(Mutiny.Session session, UUID id, Caller reader) {
        return seen(session, id, reader).setLockMode(LockModeType.PESSIMISTIC_WRITE).getSingleResultOrNull();
    }

    private static Mutiny.SelectionQuery<Source> seen(Mutiny.Session session, UUID id, Caller reader) {
        return session.createSelectionQuery(SEEN, Source.class).setParameter("id", id)
                .setParameter("all", reader.readsAll())
                .setParameter("own", reader.organisation() == null ? "" : reader.organisation());
    }

    @Override
    public Uni<Map<UUID, Source>> findAll(Mutiny.Session session, Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        return withIds(session, WITH_IDS, ids);
    }

    @Override
    public Uni<Map<UUID, Source>> findAllForChange(Mutiny.Session session, Collection<UUID> ids) {
        return locked(session, ids);
    }

    private Uni<Map<UUID, Source>> withIds(Mutiny.Session session, String query, Collection<UUID> ids) {
        return session.createNativeQuery(query, Source.class).setParameter("ids", json.tree(ids).toString()).getResultList()
                .map(found -> found.stream().collect(Collectors.toMap(Source::id, Function.identity())));
    }

    @Override
    public Uni<Map<ExternalId, Source>> findByExternalIds(Mutiny.Session session, String organisation,
            Collection<ExternalId> ids) {
        return held(session, organisation, ids)
                .chain(held -> locked(session, held.values()).map(found -> byExternalId(held, found)));
    }

    @Override
    public Uni<Map<ExternalId, Source>> named(Mutiny.Session session, String organisation, Collection<ExternalId> ids) {
        return held(session, organisation, ids)
                .chain(held -> findAll(session, held.values()).map(found -> byExternalId(held, found)));
    }

    private Uni<Map<ExternalId, UUID>> held(Mutiny.Session session, String organisation, Collection<ExternalId> ids) {
        if (ids.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        return session.createNativeQuery(HELD, Object[].class)
                .setParameter("organisation", organisation)
                .setParameter("ids", json.tree(Set.copyOf(ids)).toString())
                .getResultList()
                .map(rows -> rows.stream().collect(Collectors.toMap(
                        row -> new ExternalId((String) row[0], (String) row[1]), row -> (UUID) row[2])));
    }

    /** In the order of ids, so that two imports of the same rows wait for each other instead of locking each other out. */
    private Uni<Map<UUID, Source>> locked(Mutiny.Session session, Collection<UUID> ids) {
        return ids.isEmpty() ? Uni.createFrom().item(Map.of()) : withIds(session, WITH_IDS + " for update", ids);
    }

    private static Map<ExternalId, Source> byExternalId(Map<ExternalId, UUID> held, Map<UUID, Source> found) {
        Map<ExternalId, Source> sources = new LinkedHashMap<>();
        held.forEach((externalId, id) -> sources.put(externalId, found.get(id)));
        return sources;
    }

    @Override
    public Uni<List<Source>> withSameKey(Mutiny.Session session, Source source, Caller caller, int limit) {
        if (source.canonicalKey() == null) {
            return Uni.createFrom().item(List.of());
        }
        SourceCriteria criteria = new SourceCriteria(caller, null)
                .and("s.canonical_key = :key", "key", source.canonicalKey())
                .and("s.id <> :self", "self", source.id());
        Mutiny.SelectionQuery<Source> query = session
                .createNativeQuery("select s.* from source s where " + criteria.sql() + " order by s.id", Source.class);
        criteria.parameters().forEach(query::setParameter);
        return query.setMaxResults(limit).getResultList();
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
