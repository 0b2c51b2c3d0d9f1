package org.harmregistry.incidents.incident.store;

import java.util.Comparator;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.harmregistry.incidents.incident.domain.Grouping;
import org.harmregistry.incidents.incident.domain.IncidentCounts;
import org.harmregistry.incidents.incident.domain.IncidentFailure;
import org.harmregistry.incidents.incident.domain.IncidentFilter;
import org.harmregistry.incidents.incident.domain.IncidentPersons;
import org.harmregistry.incidents.incident.domain.PersonsGroup;
import org.harmregistry.kit.identity.Caller;
import org.harmregistry.kit.problem.Failure;
import org.hibernate.reactive.mutiny.Mutiny;

import io.smallrye.mutiny.Uni;

/** Counts recorded victims in the database. */
@ApplicationScoped
public class SqlIncidentPersons implements IncidentPersons {

    private static final String SUMS = """
            count(distinct i.id) as incidents,
              coalesce(sum(v.persons) filter (where v.outcome = 'killed'), 0) as killed,
              coalesce(sum(v.persons) filter (where v.outcome = 'injured'), 0) as injured,
              coalesce(sum(v.persons) filter (where v.outcome = 'missing'), 0) as missing
            """;

    @Override
    public Uni<List<PersonsGroup>> persons(Mutiny.Session session, Caller caller, IncidentFilter filter, List<Grouping> by,
            int smallest, boolean readsNames) {
        IncidentTable table = new IncidentTable(caller, filter);
        String own = caller.organisation() == null ? "" : " or i.organisation = :reader";
        String shown = readsNames ? "true" : "(v.persons >= :smallest" + own + ")";
        StringBuilder select = new StringBuilder();
        StringBuilder groups = new StringBuilder();
        for (int i = 0; i < by.size(); i++) {
            select.append(key(table, by.get(i), shown)).append(" as key").append(i).append(", ");
            groups.append(i == 0 ? "" : ", ").append(i + 1);
        }
        String sql = "select " + select + SUMS + " from " + table.from(by) + " join " + table.persons()
                + " v on v.incident = i.id where "
                + table.condition() + " group by " + groups + " limit :most";
        Mutiny.SelectionQuery<Object[]> query = session.createNativeQuery(sql, Object[].class);
        table.parameters().forEach(query::setParameter);
        if (!readsNames) {
            query.setParameter("smallest", smallest);
        }
        if (!readsNames && caller.organisation() != null) {
            query.setParameter("reader", caller.organisation());
        }
        return query.setParameter("most", IncidentCounts.MOST_GROUPS + 1).getResultList()
                .map(rows -> groups(rows, by));
    }

    private static String key(IncidentTable table, Grouping grouping, String shown) {
        return switch (grouping) {
            case SEX -> shown("v.sex", shown);
            case AGE_GROUP -> shown("v.age_group", shown);
            case CAUSE -> shown("v.cause", shown);
            case CIVILIAN_STATUS -> shown("v.status", shown);
            default -> table.key(grouping);
        };
    }

    private static String shown(String column, String condition) {
        return "case when " + condition + " then " + column + " else '" + NOT_SHOWN + "' end";
    }

    private static List<PersonsGroup> groups(List<Object[]> rows, List<Grouping> by) {
        int keys = by.size();
        if (rows.size() > IncidentCounts.MOST_GROUPS) {
            throw Failure.of(IncidentFailure.TOO_MANY_GROUPS,
                    "An answer tells " + IncidentCounts.MOST_GROUPS + " groups apart at most.");
        }
        return rows.stream().map(row -> new PersonsGroup(MapSquares.keys(row, by),
                number(row, keys), number(row, keys + 1), number(row, keys + 2), number(row, keys + 3)))
                .sorted(Comparator.comparing(PersonsGroup::keys, CountSums.ORDER)).toList();
    }

    private static long number(Object[] row, int column) {
        return ((Number) row[column]).longValue();
    }
}
