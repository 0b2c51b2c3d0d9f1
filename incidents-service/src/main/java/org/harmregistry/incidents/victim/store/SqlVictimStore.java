package org.harmregistry.incidents.victim.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.harmregistry.incidents.incident.domain.ExternalId;
import org.harmregistry.incidents.victim.domain.Victim;
import org.harmregistry.incidents.victim.domain.VictimCount;
import org.harmregistry.incidents.victim.domain.VictimSearch;
import org.harmregistry.incidents.victim.domain.VictimStore;
import org.harmregistry.kit.identity.Caller;
import org.hibernate.reactive.mutiny.Mutiny;

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
    private static final String FORGET = "delete from victim_register_id where victim = :victim";
    private static final String BEAR = """
            insert into victim_register_id (victim, incident, system, value)
            select :victim, :incident, r."system", r."value"
            from jsonb_to_recordset(cast(cast(:rows as text) as jsonb)) as r("system" text, "value" text)
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
    public Uni<Void> bear(Mutiny.Session session, Victim victim, Collection<ExternalId> externalIds) {
        ArrayNode rows = mapper.createArrayNode();
        externalIds.forEach(externalId -> rows.addObject().put("system", externalId.system()).put("value", externalId.id()));
        return session.createNativeQuery(FORGET).setParameter("victim", victim.id()).executeUpdate()
                .chain(() -> rows.isEmpty() ? Uni.createFrom().voidItem()
                        : session.createNativeQuery(BEAR).setParameter("victim", victim.id())
                                .setParameter("incident", victim.incident()).setParameter("rows", rows.toString())
                                .executeUpdate().replaceWithVoid());
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
    public Uni<List<VictimCount>> counts(Mutiny.Session session, UUID incident) {
        return session.createNativeQuery(COUNTS, Object[].class).setParameter("incident", incident).getResultList()
                .map(rows -> rows.stream().map(row -> new VictimCount((String) row[0], (String) row[1], (String) row[2],
                        (String) row[3], (String) row[4], ((Number) row[5]).longValue())).toList());
    }
}
