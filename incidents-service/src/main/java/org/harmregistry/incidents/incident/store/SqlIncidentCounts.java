package org.harmregistry.incidents.incident.store;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import jakarta.enterprise.context.ApplicationScoped;

import org.harmregistry.incidents.incident.domain.GroupedTotals;
import org.harmregistry.incidents.incident.domain.Grouping;
import org.harmregistry.incidents.incident.domain.IncidentCounts;
import org.harmregistry.incidents.incident.domain.IncidentFailure;
import org.harmregistry.incidents.incident.domain.IncidentFilter;
import org.harmregistry.incidents.incident.domain.Totals;
import org.harmregistry.incidents.incident.domain.TotalsGroup;
import org.harmregistry.kit.identity.Caller;
import org.harmregistry.kit.problem.Failure;
import org.hibernate.reactive.mutiny.Mutiny;

import io.smallrye.mutiny.Uni;

/** Adds incidents up in the database, from the sums that are kept ready where they can answer. */
@ApplicationScoped
public class SqlIncidentCounts implements IncidentCounts {

    @Override
    public Uni<GroupedTotals> count(Mutiny.Session session, Caller caller, IncidentFilter filter, List<Grouping> by) {
        CountSource source = CountRollUp.of(caller, filter, by).map(CountSource.class::cast)
                .orElseGet(() -> new IncidentTable(caller, filter));
        return rows(session, source, by).chain(rows -> by.stream().noneMatch(Grouping::overlaps)
                ? Uni.createFrom().item(new GroupedTotals(total(rows, by.size()), groups(rows, by)))
                : count(session, caller, filter, List.of())
                        .map(whole -> new GroupedTotals(whole.total(), groups(rows, by))));
    }

    private static Uni<List<Object[]>> rows(Mutiny.Session session, CountSource source, List<Grouping> by) {
        // A group has a row for each scheme of published totals, hence some more rows than groups.
        Mutiny.SelectionQuery<Object[]> query = session.createNativeQuery(source.sql(by) + " limit :most", Object[].class);
        source.parameters().forEach(query::setParameter);
        return query.setParameter("most", 4 * MOST_GROUPS).getResultList();
    }

    private static Totals total(List<Object[]> rows, int keys) {
        CountSums total = new CountSums();
        rows.forEach(row -> total.add(row, keys));
        return total.totals();
    }

    private static List<TotalsGroup> groups(List<Object[]> rows, List<Grouping> by) {
        if (by.isEmpty()) {
            return List.of();
        }
        Map<List<String>, CountSums> groups = new TreeMap<>(CountSums.ORDER);
        rows.forEach(row -> groups.computeIfAbsent(MapSquares.keys(row, by), any -> new CountSums()).add(row, by.size()));
        if (groups.size() > MOST_GROUPS || rows.size() == 4 * MOST_GROUPS) {
            throw Failure.of(IncidentFailure.TOO_MANY_GROUPS, "An answer tells " + MOST_GROUPS + " groups apart at most.");
        }
        return groups.entrySet().stream().map(group -> new TotalsGroup(group.getKey(), group.getValue().totals())).toList();
    }

    @Override
    public Uni<String> digest(Mutiny.Session session, Caller caller, IncidentFilter filter) {
        IncidentCriteria criteria = new IncidentCriteria(caller, filter);
        String line = "cast(i.id as text) || chr(58) || " + criteria.audience().version() + " || chr(10)";
        String sql = "select encode(sha256(convert_to(coalesce(string_agg(" + line
                + ", '' order by i.id), ''), 'UTF8')), 'hex') from " + criteria.source() + " where " + criteria.sql();
        return criteria.bind(session.createNativeQuery(sql, String.class)).getSingleResult().map(hex -> "sha-256:" + hex);
    }
}
