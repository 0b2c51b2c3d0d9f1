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

    /** One statement for all, so that what the database does behind a statement, it does once. */
    private static final String ADD = """
            insert into source (id, organisation, version, status, publication, recorded_at, updated_at, recorded_by,
                                creation_digest, import_digest, import_version, canonical_key, kind, publisher, published_on,
                                language, reliability, credibility, repeats, dataset, content, public_content, public_version,
                                public_updated_at, facts)
            select r.id, r.organisation, r.version, r.status, r.publication, r.recorded_at, r.updated_at, r.recorded_by,
                   r.creation_digest, r.import_digest, r.import_version, r.canonical_key, r.kind, r.publisher, r.published_on,
                   r.language, r.reliability, r.credibility, r.repeats, r.dataset, r.content, r.public_content,
                   r.public_version, r.public_updated_at, r.facts
            from jsonb_to_recordset(cast(cast(:rows as text) as jsonb))
              as r(id uuid, organisation text, version bigint, status text, publication text, recorded_at timestamptz,
                   updated_at timestamptz, recorded_by text, creation_digest text, import_digest text, import_version bigint,
                   canonical_key text, kind text, publisher text, published_on date, language text, reliability text,
                   credibility integer, repeats uuid, dataset text, content jsonb, public_content jsonb,
                   public_version bigint, public_updated_at timestamptz, facts jsonb)
            """;
    private static final String HOLD = """
            insert into source_external_id (organisation, system, external_id, source_id)
            select r."organisation", r."system", r."externalId", r."source"
            from jsonb_to_recordset(cast(cast(:rows as text) as jsonb))
              as r("organisation" text, "system" text, "externalId" text, "source" uuid)
            """;
    private static final String RELEASE = "delete from source_external_id where source_id = :source";

    private static final String SEEN = """
            from Source s where s.id = :id
            and (:all = true and s.consent.keptOnly = false or s.organisation = :own or s.inPublic = true)
            """;
    private static final String CLAIM = "select cast(pg_advisory_xact_lock(hashtextextended(:id, 0)) as text)";

    /** An external id and the source that holds it: a row of its own, so that the database lets no two hold the same. */
    private record Holding(String organisation, String system, String externalId, UUID source) {
    }

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

    /**
     * In the order of ids, so that two imports of the same rows wait for each other instead of locking each other out; ids
     * never change, so that nobody waits who only refers to a source.
     */
    private Uni<Map<UUID, Source>> locked(Mutiny.Session session, Collection<UUID> ids) {
        return ids.isEmpty() ? Uni.createFrom().item(Map.of()) : withIds(session, WITH_IDS + " for no key update", ids);
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
        return sources.isEmpty() ? Uni.createFrom().voidItem()
                : session.createNativeQuery(ADD).setParameter("rows", json.text(sources.stream().map(Source::row).toList()))
                        .executeUpdate().chain(() -> hold(session, sources));
    }

    @Override
    public Uni<Void> holdExternalIds(Mutiny.Session session, Source source) {
        return session.createNativeQuery(RELEASE).setParameter("source", source.id()).executeUpdate()
                .chain(() -> hold(session, List.of(source)));
    }

    private Uni<Void> hold(Mutiny.Session session, List<Source> sources) {
        List<Holding> held = sources.stream().flatMap(SourcesInPostgres::held).toList();
        return held.isEmpty() ? Uni.createFrom().voidItem()
                : session.createNativeQuery(HOLD).setParameter("rows", json.text(held)).executeUpdate().replaceWithVoid();
    }

    private static Stream<Holding> held(Source source) {
        return source.externalIds().stream()
                .map(id -> new Holding(source.organisation(), id.system(), id.id(), source.id()));
    }
}
