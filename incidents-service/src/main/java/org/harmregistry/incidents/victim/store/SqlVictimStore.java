package org.harmregistry.incidents.victim.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import org.harmregistry.incidents.incident.domain.ExternalId;
import org.harmregistry.incidents.victim.domain.PastVictim;
import org.harmregistry.incidents.victim.domain.Victim;
import org.harmregistry.incidents.victim.domain.VictimCount;
import org.harmregistry.incidents.victim.domain.VictimSearch;
import org.harmregistry.incidents.victim.domain.VictimStore;
import org.harmregistry.kit.database.SqlInstant;
import org.harmregistry.kit.identity.Caller;
import org.hibernate.reactive.mutiny.Mutiny;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;

import io.smallrye.mutiny.Uni;

/** Keeps victims as entities, and by which ids of other registers they are found in a table of its own. */
@ApplicationScoped
public class SqlVictimStore implements VictimStore {

    private static final UUID LOWEST = new UUID(0, 0);
    private static final String LIST = """
            from Victim v where v.incident = :incident and v.withdrawn = :withdrawn and (:all = true or v.namePublic = true)
              and v.id > :behind order by v.id
            """;
    private static final String COUNTED = "from Victim v where v.incident = :incident and v.withdrawn = false order by v.id";
    private static final String NAMED = "from Victim v where v.incident in (:incidents) and v.namePublic = true order by v.id";
    private static final String FORGET = "delete from victim_register_id where victim = :victim";
    private static final String BEAR = """
            insert into victim_register_id (victim, incident, system, value)
            select :victim, :incident, r."system", r."value"
            from jsonb_to_recordset(cast(cast(:rows as text) as jsonb)) as r("system" text, "value" text)
            """;
    private static final String TAKEN = """
            select x.system as system, x.value as value from victim_register_id x
            join jsonb_to_recordset(cast(cast(:rows as text) as jsonb)) as r("system" text, "value" text)
              on x.system = r."system" and x.value = r."value"
            where x.incident = :incident and x.victim <> :victim
            """;
    private static final String BEARING = """
            select distinct x.victim from victim_register_id x
            join jsonb_to_recordset(cast(cast(:rows as text) as jsonb)) as r("system" text, "value" text)
              on x.system = r."system" and x.value = r."value"
            where x.incident = :incident
            """;
    private static final String WITHDRAWN_BEARING = """
            select v.id from victim v
            where v.incident = :incident and v.withdrawn and exists (
              select 1 from jsonb_array_elements(case when jsonb_typeof(v.content -> 'externalIds') = 'array'
                  then v.content -> 'externalIds' end) as x(one)
              join jsonb_to_recordset(cast(cast(:rows as text) as jsonb)) as r("system" text, "value" text)
                on x.one ->> 'system' = r."system" and x.one ->> 'id' = r."value")
            order by v.updated_at desc, v.id limit 1
            """;
    private static final String ELSEWHERE = """
            select distinct a.victim as victim, a.system as system, a.value as value, b.incident as incident
            from victim_register_id a
            join victim_register_id b on b.system = a.system and b.value = a.value and b.incident <> a.incident
            join incident i on i.id = b.incident
            where a.victim in (:victims) and (cast(:all as boolean) or i.organisation = cast(:organisation as text)
              or i.status = 'accepted' and i.publication = 'public')
            order by 1, 2, 3, 4
            """;
    /** A victim may have been another incident's then: victims follow a merge. */
    private static final String PAST = """
            select v.id as id, r.version as version, v.recorded_at as recorded_at, r.recorded_at as updated_at,
              cast(r.snapshot as text) as snapshot, cast(r.derived ->> 'publicVersion' as bigint) as public_version,
              cast(r.derived ->> 'publicUpdatedAt' as timestamptz) as public_updated_at, v.name_public as name_public
            from victim v cross join lateral (
              select s.version, s.recorded_at, s.snapshot, s.derived from revision s
              where s.collection = 'victims' and s.record_id = v.id
                and s.recorded_at <= cast(cast(:asOf as text) as timestamptz)
              order by s.version desc limit 1) r
            where v.id in (select w.record_id from revision w
                where w.collection = 'victims' and w.snapshot ->> 'incident' = :incident)
              and r.snapshot ->> 'incident' = :incident
            order by v.id
            """;
    private static final String NAMES = """
            select v.incident as incident, cast(v.content -> 'names' as text) as names
            from victim v join incident i on i.id = v.incident
            where v.incident in (:incidents) and not v.withdrawn and v.content -> 'names' is not null
              and (cast(:all as boolean) or i.organisation = cast(:organisation as text)
                or v.name_public and i.status = 'accepted' and i.publication = 'public')
            order by v.incident, v.id
            """;
    private static final String COUNTS = """
            select sex, age_group, status, cause, outcome, persons from victim_count where incident = :incident
            order by sex, age_group, status, cause, outcome
            """;

    private final ObjectMapper mapper;

    public SqlVictimStore(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    @Override
    public Uni<Victim> find(Mutiny.Session session, UUID id) {
        return session.find(Victim.class, id);
    }

    @Override
    public Uni<UUID> incidentOf(Mutiny.Session session, UUID id) {
        return session.createNativeQuery("select v.incident from victim v where v.id = :id", UUID.class).setParameter("id", id)
                .getSingleResultOrNull();
    }

    @Override
    public Uni<Set<UUID>> bearing(Mutiny.Session session, UUID incident, Collection<ExternalId> externalIds) {
        if (externalIds.isEmpty()) {
            return Uni.createFrom().item(Set.of());
        }
        String rows = rows(externalIds).toString();
        return victims(session, BEARING, incident, rows).chain(found -> found.isEmpty()
                ? victims(session, WITHDRAWN_BEARING, incident, rows)
                : Uni.createFrom().item(found));
    }

    private static Uni<Set<UUID>> victims(Mutiny.Session session, String query, UUID incident, String rows) {
        return session.createNativeQuery(query, UUID.class).setParameter("incident", incident).setParameter("rows", rows)
                .getResultList().map(Set::copyOf);
    }

    @Override
    public Uni<Void> add(Mutiny.Session session, Victim victim) {
        return session.persist(victim);
    }

    @Override
    public Uni<List<Victim>> list(Mutiny.Session session, VictimSearch search, UUID behind, int limit) {
        return session.createSelectionQuery(LIST, Victim.class).setParameter("incident", search.incident())
                .setParameter("withdrawn", search.withdrawn()).setParameter("all", !search.namePublic())
                .setParameter("behind", behind == null ? LOWEST : behind).setMaxResults(limit).getResultList();
    }

    @Override
    public Uni<List<Victim>> counted(Mutiny.Session session, UUID incident) {
        return session.createSelectionQuery(COUNTED, Victim.class).setParameter("incident", incident).getResultList();
    }

    @Override
    public Uni<List<Victim>> namedInPublic(Mutiny.Session session, Collection<UUID> incidents) {
        return session.createSelectionQuery(NAMED, Victim.class).setParameter("incidents", incidents).getResultList();
    }

    @Override
    public Uni<Void> bear(Mutiny.Session session, Victim victim, Collection<ExternalId> externalIds) {
        ArrayNode rows = rows(externalIds);
        return session.createNativeQuery(FORGET).setParameter("victim", victim.id()).executeUpdate()
                .chain(() -> rows.isEmpty() ? Uni.createFrom().voidItem()
                        : session.createNativeQuery(BEAR).setParameter("victim", victim.id())
                                .setParameter("incident", victim.incident()).setParameter("rows", rows.toString())
                                .executeUpdate().replaceWithVoid());
    }

    private ArrayNode rows(Collection<ExternalId> externalIds) {
        ArrayNode rows = mapper.createArrayNode();
        externalIds.forEach(externalId -> rows.addObject().put("system", externalId.system()).put("value", externalId.id()));
        return rows;
    }

    @Override
    public Uni<Set<ExternalId>> taken(Mutiny.Session session, UUID incident, UUID victim,
            Collection<ExternalId> externalIds) {
        return externalIds.isEmpty() ? Uni.createFrom().item(Set.of())
                : session.createNativeQuery(TAKEN, Object[].class).setParameter("rows", rows(externalIds).toString())
                        .setParameter("incident", incident).setParameter("victim", victim).getResultList()
                        .map(rows -> rows.stream().map(row -> new ExternalId((String) row[0], (String) row[1]))
                                .collect(Collectors.toSet()));
    }

    @Override
    public Uni<Map<UUID, Map<ExternalId, List<UUID>>>> elsewhere(Mutiny.Session session, Caller caller,
            Collection<UUID> victims) {
        return session.createNativeQuery(ELSEWHERE, Object[].class).setParameter("victims", victims)
                .setParameter("all", caller.readsAll())
                .setParameter("organisation", caller.organisation() == null ? "" : caller.organisation())
                .getResultList().map(SqlVictimStore::byVictim);
    }

    private static Map<UUID, Map<ExternalId, List<UUID>>> byVictim(List<Object[]> rows) {
        Map<UUID, Map<ExternalId, List<UUID>>> byVictim = new HashMap<>();
        rows.forEach(row -> byVictim.computeIfAbsent((UUID) row[0], any -> new HashMap<>())
                .computeIfAbsent(new ExternalId((String) row[1], (String) row[2]), any -> new ArrayList<>())
                .add((UUID) row[3]));
        return byVictim;
    }

    @Override
    public Uni<List<PastVictim>> past(Mutiny.Session session, UUID incident, Instant asOf) {
        return session.createNativeQuery(PAST, Object[].class).setParameter("incident", incident.toString())
                .setParameter("asOf", asOf.toString()).getResultList()
                .map(rows -> rows.stream().map(row -> new PastVictim((UUID) row[0], ((Number) row[1]).longValue(),
                        SqlInstant.of(row[2]), SqlInstant.of(row[3]), (String) row[4],
                        row[5] == null ? 0 : ((Number) row[5]).longValue(),
                        SqlInstant.of(row[6]), (Boolean) row[7])).toList());
    }

    @Override
    public Uni<Map<UUID, List<List<String>>>> names(Mutiny.Session session, Collection<UUID> incidents, boolean all,
            String organisation) {
        if (incidents.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        return session.createNativeQuery(NAMES, Object[].class).setParameter("incidents", incidents)
                .setParameter("all", all).setParameter("organisation", organisation == null ? "" : organisation)
                .getResultList().map(rows -> {
                    Map<UUID, List<List<String>>> names = new HashMap<>();
                    rows.forEach(row -> names.computeIfAbsent((UUID) row[0], any -> new ArrayList<>())
                            .add(namesIn((String) row[1])));
                    return names;
                });
    }

    private List<String> namesIn(String json) {
        try {
            return mapper.readTree(json).findValuesAsText("name");
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public Uni<List<VictimCount>> counts(Mutiny.Session session, UUID incident) {
        return session.createNativeQuery(COUNTS, Object[].class).setParameter("incident", incident).getResultList()
                .map(rows -> rows.stream().map(row -> new VictimCount((String) row[0], (String) row[1], (String) row[2],
                        (String) row[3], (String) row[4], ((Number) row[5]).longValue())).toList());
    }
}
