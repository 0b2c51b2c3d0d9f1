package org.harmregistry.incidents.duplicate.store;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.harmregistry.incidents.duplicate.domain.CandidateStore;
import org.harmregistry.incidents.duplicate.domain.Dismissal;
import org.harmregistry.incidents.duplicate.domain.Neighbourhood;
import org.harmregistry.incidents.duplicate.domain.RecordPair;
import org.harmregistry.incidents.incident.domain.GeoPoint;
import org.harmregistry.incidents.incident.domain.Incident;
import org.harmregistry.kit.database.SqlInstant;
import org.harmregistry.kit.identity.Caller;
import org.hibernate.reactive.mutiny.Mutiny;

import io.smallrye.mutiny.Uni;

/** Finds candidates by one statement that looks at a few days and a neighbourhood only, and is broken off if it takes long. */
@ApplicationScoped
public class SqlCandidateStore implements CandidateStore {

    private static final String WITHIN = "select set_config('statement_timeout', '1500', true)";
    /** In place of organisation: nobody's name, for callers who see all. */
    private static final String ALL = "true";
    private static final String OWN_OR_PUBLIC = "(i.organisation = :organisation or i.status = 'accepted' and i.publication = 'public')";
    /**
     * External ids are unique per organisation, so each organisation is asked by its index. The point is the one that
     * this reader may see: asked with the exact one, whoever is a candidate would tell where another's record lies.
     */
    private static final String AROUND = """
            with recursive bearer(organisation) as (
              (select x.organisation from incident_external_id x order by x.organisation limit 1)
              union all
              select (select x.organisation from incident_external_id x where x.organisation > b.organisation
                      order by x.organisation limit 1)
              from bearer b where b.organisation is not null),
            named(incident) as (
              select x.incident from incident_external_id mine
              cross join bearer b
              join incident_external_id x on x.organisation = b.organisation and x.system = mine.system and x.value = mine.value
              where mine.incident = :incident),
            seen as (
              select i.id, i.occurred_from, i.admin1, i.admin2, i.place_names, {lat} as lat, {lon} as lon
              from incident i
              where {sees} and i.id <> :incident and i.status in ('draft', 'submitted', 'accepted')
                and i.occurred_from between :earliest and :to and i.occurred_to >= :from),
            near as (
              select s.id, s.occurred_from from seen s
              where :anywhere
                or abs(s.lat - :lat) <= :latReach and least(abs(s.lon - :lon), 360 - abs(s.lon - :lon)) <= :lonReach
                or s.admin2 = :admin2
                or s.place_names && (select self.place_names from incident self where self.id = :incident)
                or s.lat is null and s.admin2 is null and (s.admin1 = :admin1 or s.admin1 is null)
              order by abs(s.occurred_from - cast(:middle as date)), s.id
              limit :most)
            select found.id from (
              select n.id, abs(n.occurred_from - cast(:middle as date)) as apart from near n
              union all
              select i.id, -1 from incident i join named on named.incident = i.id
              where {sees} and i.id <> :incident and i.status in ('draft', 'submitted', 'accepted')) found
            group by found.id
            order by min(found.apart), found.id
            limit :most
            """;
    private static final String FOR_ALL = around(ALL, "i.lat", "i.lon");
    private static final String FOR_OWN = around(OWN_OR_PUBLIC, ownOrPublic("lat"), ownOrPublic("lon"));
    private static final String WITH_IDS = "from Incident where id in :ids";
    private static final String DISMISSALS = """
            select d.id, d.first, d.second, d.reason, d.dismissed_by, d.dismissed_at
            from duplicate_dismissal d where d.first = :incident or d.second = :incident
            """;
    private static final String ADD = """
            insert into duplicate_dismissal (id, first, second, reason, dismissed_by, dismissed_at)
            values (:id, :first, :second, :reason, :dismissedBy, :dismissedAt)
            """;

    private static String around(String sees, String lat, String lon) {
        return AROUND.replace("{sees}", sees).replace("{lat}", lat).replace("{lon}", lon);
    }

    private static String ownOrPublic(String coordinate) {
        return "case when i.organisation = :organisation then i." + coordinate + " else i.public_" + coordinate + " end";
    }

    @Override
    public Uni<List<Incident>> around(Mutiny.Session session, Caller caller, Neighbourhood neighbourhood, int most) {
        var query = session.createNativeQuery(caller.readsAll() ? FOR_ALL : FOR_OWN, UUID.class);
        if (!caller.readsAll()) {
            query.setParameter("organisation", caller.organisation());
        }
        GeoPoint point = neighbourhood.point();
        query.setParameter("incident", neighbourhood.incident())
                .setParameter("earliest", neighbourhood.from().minusDays(Neighbourhood.LONGEST))
                .setParameter("from", neighbourhood.from()).setParameter("to", neighbourhood.to())
                .setParameter("middle", neighbourhood.middle())
                .setParameter("anywhere", neighbourhood.anywhere())
                .setParameter("lat", point == null ? Double.NaN : point.lat())
                .setParameter("lon", point == null ? Double.NaN : point.lon())
                .setParameter("latReach", point == null ? -1.0 : neighbourhood.latReach())
                .setParameter("lonReach", point == null ? -1.0 : neighbourhood.lonReach())
                .setParameter("admin1", String.valueOf(neighbourhood.admin1()))
                .setParameter("admin2", String.valueOf(neighbourhood.admin2()))
                .setParameter("most", most);
        return session.createNativeQuery(WITHIN, String.class).getSingleResult().chain(query::getResultList)
                .chain(ids -> ids.isEmpty() ? Uni.createFrom().item(List.of()) : inOrder(session, ids));
    }

    private static Uni<List<Incident>> inOrder(Mutiny.Session session, List<UUID> ids) {
        return session.createSelectionQuery(WITH_IDS, Incident.class).setParameter("ids", ids).getResultList().map(found -> {
            Map<UUID, Incident> byId = new HashMap<>();
            found.forEach(incident -> byId.put(incident.id(), incident));
            return ids.stream().map(byId::get).toList();
        });
    }

    @Override
    public Uni<Map<UUID, Dismissal>> dismissalsOf(Mutiny.Session session, UUID incident) {
        return session.createNativeQuery(DISMISSALS, Object[].class).setParameter("incident", incident).getResultList()
                .map(rows -> {
                    Map<UUID, Dismissal> dismissals = new HashMap<>();
                    rows.forEach(row -> {
                        Dismissal dismissal = dismissal(row);
                        dismissals.put(dismissal.pair().besides(incident), dismissal);
                    });
                    return dismissals;
                });
    }

    private static Dismissal dismissal(Object[] row) {
        Instant at = SqlInstant.of(row[5]);
        return new Dismissal((UUID) row[0], new RecordPair((UUID) row[1], (UUID) row[2]), (String) row[3], (String) row[4], at);
    }

    @Override
    public Uni<Void> add(Mutiny.Session session, Dismissal dismissal) {
        return session.createNativeQuery(ADD).setParameter("id", dismissal.id())
                .setParameter("first", dismissal.pair().first()).setParameter("second", dismissal.pair().second())
                .setParameter("reason", dismissal.reason()).setParameter("dismissedBy", dismissal.dismissedBy())
                .setParameter("dismissedAt", dismissal.dismissedAt().atOffset(ZoneOffset.UTC)).executeUpdate()
                .replaceWithVoid();
    }
}
