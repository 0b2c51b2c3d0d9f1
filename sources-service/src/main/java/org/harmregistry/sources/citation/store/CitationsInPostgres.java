package org.harmregistry.sources.citation.store;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;

import org.harmregistry.kit.identity.Caller;
import org.harmregistry.kit.json.JsonReading;
import org.harmregistry.sources.citation.domain.Citation;
import org.harmregistry.sources.citation.domain.CitationFilter;
import org.harmregistry.sources.citation.domain.Citations;
import org.harmregistry.sources.citation.domain.ListedCitation;
import org.harmregistry.sources.source.domain.Source;
import org.hibernate.reactive.mutiny.Mutiny;

import io.smallrye.mutiny.Uni;

/** Finds and keeps citations by Hibernate. */
@ApplicationScoped
class CitationsInPostgres implements Citations {

    private static final String WITH_KEYS = """
            select c.* from citation c
            join jsonb_to_recordset(cast(cast(:keys as text) as jsonb))
              as w(source uuid, incident uuid, "passageDigest" text)
              on c.source_id = w.source and c.incident = w.incident and c.passage_digest = w."passageDigest"
            order by c.status desc, c.id for update of c
            """;
    private static final String WITH_IDS = """
            select c.* from citation c
            where c.id in (select cast(w.id as uuid) from jsonb_array_elements_text(cast(cast(:ids as text) as jsonb)) as w(id))
            order by c.id for update of c
            """;
    private static final String OF_SOURCE = "from Citation c where c.sourceId = :source order by c.id";
    private static final String VISIBLE = """
            from Citation c join Source s on s.id = c.sourceId
            where (:all = true and s.consent.keptOnly = false or s.organisation = :own or s.inPublic = true)
            """;
    private static final String SEEN = """
            from Citation c where c.id = :id and exists (select 1 from Source s where s.id = c.sourceId
            and (:all = true and s.consent.keptOnly = false or s.organisation = :own or s.inPublic = true))
            """;
    private static final Map<String, String> CONDITIONS = Map.of(
            "source", " and c.sourceId = :source", "incident", " and c.incident = :incident",
            "stance", " and c.stance = :stance", "status", " and c.status = :status", "after", " and c.id > :after");

    private final JsonReading json;

    CitationsInPostgres(JsonReading json) {
        this.json = json;
    }

    @Override
    public Uni<Citation> find(Mutiny.Session session, UUID id) {
        return session.find(Citation.class, id);
    }

    @Override
    public Uni<Citation> find(Mutiny.Session session, UUID id, Caller reader) {
        return seen(session, id, reader).getSingleResultOrNull();
    }

    @Override
    public Uni<Citation> findForChange(Mutiny.Session session, UUID id, Caller reader) {
        return seen(session, id, reader).setLockMode(LockModeType.PESSIMISTIC_WRITE).getSingleResultOrNull();
    }

    private static Mutiny.SelectionQuery<Citation> seen(Mutiny.Session session, UUID id, Caller reader) {
        return session.createSelectionQuery(SEEN, Citation.class).setParameter("id", id)
                .setParameter("all", reader.readsAll())
                .setParameter("own", reader.organisation() == null ? "" : reader.organisation());
    }

    @Override
    public Uni<Citation> findForChange(Mutiny.Session session, UUID id) {
        return session.find(Citation.class, id, LockModeType.PESSIMISTIC_WRITE);
    }

    @Override
    public Uni<Map<Citation.Key, Citation>> findAll(Mutiny.Session session, Collection<Citation.Key> keys) {
        if (keys.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        return session.createNativeQuery(WITH_KEYS, Citation.class)
                .setParameter("keys", json.tree(Set.copyOf(keys)).toString())
                .getResultList()
                .map(found -> found.stream()
                        .collect(Collectors.toMap(Citation::key, Function.identity(), (retracted, standing) -> standing)));
    }

    @Override
    public Uni<Map<UUID, Citation>> findAllForChange(Mutiny.Session session, Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        return session.createNativeQuery(WITH_IDS, Citation.class).setParameter("ids", json.tree(ids).toString())
                .getResultList()
                .map(found -> found.stream().collect(Collectors.toMap(Citation::id, Function.identity())));
    }

    @Override
    public Uni<List<Citation>> ofSource(Mutiny.Session session, UUID source) {
        return session.createQuery(OF_SOURCE, Citation.class).setParameter("source", source)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE).getResultList();
    }

    @Override
    public Uni<List<ListedCitation>> list(Mutiny.Session session, CitationFilter filter, Caller caller, UUID after, int limit) {
        Map<String, Object> asked = asked(filter, after);
        String query = "select c, s " + VISIBLE + String.join("", asked.keySet().stream().map(CONDITIONS::get).toList())
                + " order by c.id";
        Mutiny.SelectionQuery<Object[]> selection = session.createQuery(query, Object[].class)
                .setParameter("all", caller.readsAll())
                .setParameter("own", caller.organisation() == null ? "" : caller.organisation());
        asked.forEach(selection::setParameter);
        return selection.setMaxResults(limit).getResultList().map(rows -> rows.stream()
                .map(row -> new ListedCitation((Citation) row[0], (Source) row[1])).toList());
    }

    private static Map<String, Object> asked(CitationFilter filter, UUID after) {
        Map<String, Object> asked = new TreeMap<>();
        asked.put("source", filter.source());
        asked.put("incident", filter.incident());
        asked.put("stance", filter.stance());
        asked.put("status", filter.status());
        asked.put("after", after);
        asked.values().removeIf(Objects::isNull);
        return asked;
    }

    @Override
    public Uni<Void> add(Mutiny.Session session, List<Citation> citations) {
        return session.persistAll(citations.toArray()).chain(session::flush);
    }
}
