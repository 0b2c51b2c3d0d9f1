package org.harmregistry.incidents.allegation.store;

import java.time.Instant;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.harmregistry.incidents.allegation.domain.Allegation;
import org.harmregistry.incidents.allegation.domain.AllegationFilter;
import org.harmregistry.incidents.allegation.domain.AllegationQueries;
import org.harmregistry.kit.identity.Caller;
import org.hibernate.reactive.mutiny.Mutiny;

import io.smallrye.mutiny.Uni;

/** Lists and counts allegations. */
@ApplicationScoped
public class SqlAllegationQueries implements AllegationQueries {

    private final AllegationRows rows;

    public SqlAllegationQueries(AllegationRows rows) {
        this.rows = rows;
    }

    @Override
    public Uni<List<Allegation>> list(Mutiny.Session session, Caller caller, AllegationFilter filter, Instant asOf,
            Position after, int limit) {
        AllegationCriteria criteria = new AllegationCriteria(caller, filter, asOf).after(after);
        String sql = "select " + AllegationRows.COLUMNS + criteria.shown() + " as incident_public from " + criteria.source()
                + " where " + criteria.sql() + " order by a.received_on, a.id limit :limit";
        return criteria.bind(session.createNativeQuery(sql, Object[].class)).setParameter("limit", limit).getResultList()
                .map(found -> found.stream().map(rows::allegation).toList());
    }

    @Override
    public Uni<Long> count(Mutiny.Session session, Caller caller, AllegationFilter filter, Instant asOf) {
        AllegationCriteria criteria = new AllegationCriteria(caller, filter, asOf);
        String sql = "select count(*) from " + criteria.source() + " where " + criteria.sql();
        return criteria.bind(session.createNativeQuery(sql, Long.class)).getSingleResult();
    }
}
