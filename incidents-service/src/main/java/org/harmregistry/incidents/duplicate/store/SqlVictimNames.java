package org.harmregistry.incidents.duplicate.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.harmregistry.incidents.duplicate.domain.NamedVictim;
import org.harmregistry.incidents.duplicate.domain.VictimNames;
import org.harmregistry.kit.identity.Caller;
import org.harmregistry.kit.identity.Role;
import org.hibernate.reactive.mutiny.Mutiny;

import io.smallrye.mutiny.Uni;

/**
 * Reads names in the victims' own table. Names are protected: analysts and publishers read them, and the incident's own
 * organisation; everybody else those that a publisher has made public.
 */
@ApplicationScoped
public class SqlVictimNames implements VictimNames {

    private static final int MOST = 10_000;
    private static final String NAMES = """
            select v.incident as incident, v.id as victim, n.spelling ->> 'name' as name
            from victim v
            join incident i on i.id = v.incident
            cross join lateral jsonb_array_elements(v.content -> 'names') as n(spelling)
            where v.incident in (:incidents) and not v.withdrawn and jsonb_typeof(v.content -> 'names') = 'array'
              and (cast(:all as boolean) or i.organisation = cast(:organisation as text) or v.name_public)
            order by v.incident, v.id
            limit :most
            """;

    @Override
    public Uni<Map<UUID, List<NamedVictim>>> of(Mutiny.Session session, Caller caller, Collection<UUID> incidents) {
        return session.createNativeQuery(NAMES, Object[].class).setParameter("incidents", incidents)
                .setParameter("all", caller.hasAny(Role.ANALYST, Role.PUBLISHER))
                .setParameter("organisation", caller.organisation()).setParameter("most", MOST).getResultList()
                .map(SqlVictimNames::byIncident);
    }

    private static Map<UUID, List<NamedVictim>> byIncident(List<Object[]> rows) {
        Map<UUID, Map<UUID, List<String>>> names = new HashMap<>();
        rows.forEach(row -> names.computeIfAbsent((UUID) row[0], any -> new LinkedHashMap<>())
                .computeIfAbsent((UUID) row[1], any -> new ArrayList<>()).add((String) row[2]));
        Map<UUID, List<NamedVictim>> victims = new HashMap<>();
        names.forEach((incident, persons) -> victims.put(incident, persons.values().stream().map(NamedVictim::new).toList()));
        return victims;
    }
}
