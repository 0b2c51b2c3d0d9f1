package org.harmregistry.incidents.incident.store;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import org.harmregistry.incidents.incident.domain.Grouping;
import org.harmregistry.incidents.incident.domain.IncidentCounts;
import org.harmregistry.incidents.incident.domain.IncidentFilter;
import org.harmregistry.incidents.incident.domain.RangeSum;
import org.harmregistry.incidents.incident.domain.RecordSet;
import org.harmregistry.incidents.incident.domain.SchemeTotals;
import org.harmregistry.incidents.incident.domain.Totals;
import org.harmregistry.incidents.incident.domain.TotalsGroup;
import org.harmregistry.kit.identity.Caller;
import org.hibernate.reactive.mutiny.Mutiny;

import io.smallrye.mutiny.Uni;

/** Adds incidents up in the database. */
@ApplicationScoped
public class SqlIncidentCounts implements IncidentCounts {

    private static final String SUMS = """
             as key, count(*), count(*) filter (where i.killed_civilians_min > 0),
               coalesce(sum(i.killed_civilians_min), 0), coalesce(sum(i.killed_civilians_max), 0),
               count(*) filter (where i.killed_civilians_min is null), count(*) filter (where i.killed_civilians_max is null),
               coalesce(sum(i.injured_civilians_min), 0), coalesce(sum(i.injured_civilians_max), 0),
               count(*) filter (where i.injured_civilians_min is null),
               count(*) filter (where i.injured_civilians_max is null),
               count(*) filter (where i.grading is null), count(*) filter (where i.lat is null)
            from\s
            """;
    private static final String SCHEMES = """
             as key, i.totals_scheme, coalesce(sum(i.totals_low), 0), coalesce(sum(i.totals_best), 0),
               coalesce(sum(i.totals_high), 0), count(*)
            from\s
            """;
    /** A party with several entries on one incident still counts it once. */
    private static final String JOIN_PARTIES = """
             join (select distinct incident, party from incident_party where role in ('known', 'suspected')) p
              on p.incident = i.id
            """;
    private static final String JOIN_PAST_PARTIES = " cross join lateral (select distinct p.party from "
            + Audience.PAST_PARTIES + " where p.role in ('known', 'suspected')) p";

    @Override
    public Uni<List<TotalsGroup>> count(Mutiny.Session session, Caller caller, IncidentFilter filter, Grouping grouping) {
        IncidentCriteria criteria = new IncidentCriteria(caller, filter);
        String from = criteria.source() + (grouping == Grouping.PARTY ? parties(filter) : "") + " where " + criteria.sql();
        String sums = "select " + key(grouping) + SUMS + from + " group by 1 order by 1 nulls last";
        String schemes = "select " + key(grouping) + SCHEMES + from
                + " and i.totals_scheme is not null group by 1, 2 order by 1 nulls last, 2";
        return criteria.bind(session.createNativeQuery(sums, Object[].class)).getResultList()
                .chain(rows -> criteria.bind(session.createNativeQuery(schemes, Object[].class)).getResultList()
                        .map(totals -> groups(rows, byKey(totals))));
    }

    private static String parties(IncidentFilter filter) {
        return filter.asOf() == null ? JOIN_PARTIES : JOIN_PAST_PARTIES;
    }

    private static String key(Grouping grouping) {
        return switch (grouping) {
            case NONE -> "cast(null as text)";
            case MONTH -> "to_char(i.occurred_from, 'YYYY-MM')";
            case YEAR -> "to_char(i.occurred_from, 'YYYY')";
            case ADMIN1 -> "i.admin1";
            case PARTY -> "p.party";
        };
    }

    private static Map<String, List<SchemeTotals>> byKey(List<Object[]> rows) {
        Map<String, List<SchemeTotals>> byKey = new HashMap<>();
        for (Object[] row : rows) {
            byKey.computeIfAbsent((String) row[0], any -> new ArrayList<>()).add(new SchemeTotals((String) row[1],
                    number(row, 2), number(row, 3), number(row, 4), number(row, 5)));
        }
        return byKey;
    }

    private static List<TotalsGroup> groups(List<Object[]> rows, Map<String, List<SchemeTotals>> schemes) {
        return rows.stream().map(row -> new TotalsGroup((String) row[0], new Totals(number(row, 1), number(row, 2),
                RangeSum.over(number(row, 1), number(row, 3), number(row, 4), number(row, 5), number(row, 6)),
                RangeSum.over(number(row, 1), number(row, 7), number(row, 8), number(row, 9), number(row, 10)),
                schemes.getOrDefault((String) row[0], List.of()), number(row, 11), number(row, 12)))).toList();
    }

    private static long number(Object[] row, int column) {
        return ((Number) row[column]).longValue();
    }

    @Override
    public Uni<RecordSet> records(Mutiny.Session session, Caller caller, IncidentFilter filter) {
        IncidentCriteria criteria = new IncidentCriteria(caller, filter);
        String line = "cast(i.id as text) || chr(58) || " + criteria.audience().version() + " || chr(10)";
        String sql = "select count(*), encode(sha256(convert_to(coalesce(string_agg(" + line
                + ", '' order by i.id), ''), 'UTF8')), 'hex') from " + criteria.source() + " where " + criteria.sql();
        return criteria.bind(session.createNativeQuery(sql, Object[].class)).getSingleResult()
                .map(row -> new RecordSet(number(row, 0), "sha-256:" + row[1]));
    }
}
