package org.harmregistry.incidents.incident.store;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;

import org.harmregistry.incidents.incident.domain.ExternalId;
import org.harmregistry.incidents.incident.domain.Incident;
import org.harmregistry.incidents.incident.domain.IncidentContent;
import org.harmregistry.incidents.incident.domain.IncidentStore;
import org.hibernate.LockMode;
import org.hibernate.reactive.mutiny.Mutiny;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;

import io.smallrye.mutiny.Uni;

/** Keeps incidents as entities, and what they are found by in tables of its own. */
@ApplicationScoped
public class SqlIncidentStore implements IncidentStore {

    private static final Pattern ID = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
    private static final Pattern CODE = Pattern.compile("[A-Z]{2}-\\d{4}-\\d{5,18}");
    private static final String ID_OF_CODE = """
            select id from incident where code = :code or former_codes @> array[cast(:code as varchar)]
            """;
    private static final String CLAIM = "select cast(pg_advisory_xact_lock(hashtextextended(:id, 7202600000000101)) as text)";
    private static final String SEVERAL_LOCKED = "from Incident where id in :ids order by id";
    private static final String BEARING = """
            select x.system, x.value, x.incident from incident_external_id x
            join jsonb_to_recordset(cast(cast(:wanted as text) as jsonb)) as w("system" text, "value" text)
              on x.system = w."system" and x.value = w."value"
            where x.organisation = :organisation
            """;
    /**
     * One statement for all, so that what follows a statement (the sums of statistics, the way there and back) follows once.
     */
    private static final String ADD = """
            insert into incident (id, code, organisation, status, publication, grading, document, public_document, facts,
                                  occurred_from, occurred_to, place_names, search_terms, version, content_version,
                                  public_version, recorded_at, recorded_by, updated_at, public_updated_at, creation_digest,
                                  import_digest, import_version)
            select r.id, r.code, r.organisation, r.status, r.publication, r.grading, r.document, r.public_document, r.facts,
                   r.occurred_from, r.occurred_to, r.place_names, r.search_terms, r.version, r.content_version,
                   r.public_version, r.recorded_at, r.recorded_by, r.updated_at, r.public_updated_at, r.creation_digest,
                   r.import_digest, r.import_version
            from jsonb_to_recordset(cast(cast(:rows as text) as jsonb))
              as r(id uuid, code text, organisation text, status text, publication text, grading text, document jsonb,
                   public_document jsonb, facts jsonb, occurred_from date, occurred_to date, place_names varchar[],
                   search_terms varchar[], version bigint, content_version bigint, public_version bigint,
                   recorded_at timestamptz, recorded_by text, updated_at timestamptz, public_updated_at timestamptz,
                   creation_digest text, import_digest text, import_version bigint)
            """;
    private static final List<String> FORGET = List.of(
            "delete from incident_external_id where incident in (:ids)",
            "delete from incident_party where incident in (:ids)");
    private static final String BEAR = """
            insert into incident_external_id (incident, organisation, system, value)
            select r."incident", r."organisation", r."system", r."value"
            from jsonb_to_recordset(cast(cast(:rows as text) as jsonb))
              as r("incident" uuid, "organisation" text, "system" text, "value" text)
            """;
    private static final String INVOLVE = """
            insert into incident_party (incident, party, role, rule)
            select r."incident", r."party", r."role", r."rule"
            from jsonb_to_recordset(cast(cast(:rows as text) as jsonb))
              as r("incident" uuid, "party" text, "role" text, "rule" text)
            """;

    private final ObjectMapper mapper;

    public SqlIncidentStore(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    @Override
    public Uni<Incident> find(Mutiny.Session session, String idOrCode) {
        return idOf(session, idOrCode).chain(id -> id == null ? nothing() : session.find(Incident.class, id));
    }

    @Override
    public Uni<Incident> findLocked(Mutiny.Session session, String idOrCode) {
        return idOf(session, idOrCode).chain(id -> id == null ? nothing()
                : session.find(Incident.class, id, LockModeType.PESSIMISTIC_WRITE));
    }

    private static Uni<Incident> nothing() {
        return Uni.createFrom().nullItem();
    }

    private static Uni<UUID> idOf(Mutiny.Session session, String idOrCode) {
        if (ID.matcher(idOrCode).matches()) {
            return Uni.createFrom().item(UUID.fromString(idOrCode));
        }
        if (!CODE.matcher(idOrCode).matches()) {
            return Uni.createFrom().nullItem();
        }
        return session.createNativeQuery(ID_OF_CODE, UUID.class).setParameter("code", idOrCode).getSingleResultOrNull();
    }

    @Override
    public Uni<List<Incident>> findLocked(Mutiny.Session session, Collection<UUID> ids) {
        return ids.isEmpty() ? Uni.createFrom().item(List.of())
                : session.createSelectionQuery(SEVERAL_LOCKED, Incident.class).setParameter("ids", ids)
                        .setLockMode(LockMode.PESSIMISTIC_WRITE).getResultList();
    }

    @Override
    public Uni<Void> claim(Mutiny.Session session, UUID id) {
        return session.createNativeQuery(CLAIM, String.class).setParameter("id", id.toString()).getSingleResult()
                .replaceWithVoid();
    }

    @Override
    public Uni<Void> add(Mutiny.Session session, List<Incident> incidents) {
        return insert(session, ADD, json(incidents.stream().map(Incident::columns).toList()));
    }

    @Override
    public Uni<Void> index(Mutiny.Session session, Map<Incident, IncidentContent> contents, boolean existing) {
        if (contents.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        Uni<Void> before = existing ? forget(session, contents.keySet()) : Uni.createFrom().voidItem();
        return before.chain(() -> insert(session, BEAR, externalIds(contents)))
                .chain(() -> insert(session, INVOLVE, parties(contents)));
    }

    private static Uni<Void> forget(Mutiny.Session session, Collection<Incident> incidents) {
        List<UUID> ids = incidents.stream().map(Incident::id).toList();
        Uni<Void> done = Uni.createFrom().voidItem();
        for (String forget : FORGET) {
            done = done.chain(() -> session.createNativeQuery(forget).setParameter("ids", ids).executeUpdate()
                    .replaceWithVoid());
        }
        return done;
    }

    private static Uni<Void> insert(Mutiny.Session session, String statement, ArrayNode rows) {
        return rows.isEmpty() ? Uni.createFrom().voidItem() : insert(session, statement, rows.toString());
    }

    private static Uni<Void> insert(Mutiny.Session session, String statement, String rows) {
        return session.createNativeQuery(statement).setParameter("rows", rows).executeUpdate().replaceWithVoid();
    }

    private String json(Object rows) {
        try {
            return mapper.writeValueAsString(rows);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private ArrayNode externalIds(Map<Incident, IncidentContent> contents) {
        ArrayNode rows = mapper.createArrayNode();
        contents.forEach((incident, content) -> content.externalIds().forEach(externalId -> rows.addObject()
                .put("incident", incident.id().toString()).put("organisation", incident.organisation())
                .put("system", externalId.system()).put("value", externalId.id())));
        return rows;
    }

    private ArrayNode parties(Map<Incident, IncidentContent> contents) {
        ArrayNode rows = mapper.createArrayNode();
        contents.forEach((incident, content) -> content.parties().forEach(involved -> rows.addObject()
                .put("incident", incident.id().toString()).put("party", involved.party())
                .put("role", involved.role().term()).put("rule", involved.rule())));
        return rows;
    }

    @Override
    public Uni<Map<ExternalId, UUID>> bearing(Mutiny.Session session, String organisation, Collection<ExternalId> wanted) {
        ArrayNode rows = mapper.createArrayNode();
        wanted.forEach(externalId -> rows.addObject().put("system", externalId.system()).put("value", externalId.id()));
        return session.createNativeQuery(BEARING, Object[].class).setParameter("wanted", rows.toString())
                .setParameter("organisation", organisation).getResultList().map(found -> {
                    Map<ExternalId, UUID> bearing = new HashMap<>();
                    found.forEach(row -> bearing.put(new ExternalId((String) row[0], (String) row[1]), (UUID) row[2]));
                    return bearing;
                });
    }
}
