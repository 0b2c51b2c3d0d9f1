package org.harmregistry.incidents.incident.store;

import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.harmregistry.incidents.incident.domain.Incident;
import org.harmregistry.incidents.incident.domain.IncidentFilter;
import org.harmregistry.incidents.incident.domain.IncidentFilterBuilder;
import org.harmregistry.incidents.incident.domain.IncidentPosition;
import org.harmregistry.incidents.incident.domain.IncidentQueries;
import org.harmregistry.incidents.place.PlaceQuery;
import org.harmregistry.kit.identity.Caller;
import org.hibernate.reactive.mutiny.Mutiny;

import io.smallrye.mutiny.Uni;

/** Lists and counts incidents. */
@ApplicationScoped
public class SqlIncidentQueries implements IncidentQueries {

    private static final int MOST_NAMES = 20;
    private static final String WITH_IDS = "from Incident where id in :ids order by occurredFrom, id";

    @Override
    public Uni<List<Incident>> list(Mutiny.Session session, Caller caller, IncidentFilter filter, IncidentPosition after,
            int limit) {
        IncidentCriteria criteria = new IncidentCriteria(caller, filter).after(after);
        String sql = "select i.id from incident i where " + criteria.sql() + " order by i.occurred_from, i.id limit :limit";
        return criteria.bind(session.createNativeQuery(sql, UUID.class)).setParameter("limit", limit).getResultList()
                .chain(ids -> ids.isEmpty() ? Uni.createFrom().item(List.of())
                        : session
                                .createSelectionQuery(WITH_IDS, Incident.class).setParameter("ids", ids).getResultList());
    }

    @Override
    public Uni<Long> count(Mutiny.Session session, Caller caller, IncidentFilter filter) {
        IncidentCriteria criteria = new IncidentCriteria(caller, filter);
        String sql = "select count(*) from incident i where " + criteria.sql();
        return criteria.bind(session.createNativeQuery(sql, Long.class)).getSingleResult();
    }

    @Override
    public Uni<List<String>> ownNames(Mutiny.Session session, Caller caller, PlaceQuery place) {
        IncidentCriteria criteria = new IncidentCriteria(caller, new IncidentFilterBuilder().place(place.byNameAlone()).build());
        String sql = "select distinct i.place_name from incident i where i.place_name is not null and " + criteria.sql()
                + " order by 1 limit " + MOST_NAMES;
        return criteria.bind(session.createNativeQuery(sql, String.class)).getResultList();
    }
}
