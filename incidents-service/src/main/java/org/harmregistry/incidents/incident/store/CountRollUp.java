package org.harmregistry.incidents.incident.store;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.harmregistry.incidents.incident.domain.Grouping;
import org.harmregistry.incidents.incident.domain.IncidentFilter;
import org.harmregistry.incidents.incident.domain.IncidentFilter.Harm;
import org.harmregistry.incidents.incident.domain.IncidentFilter.Standing;
import org.harmregistry.incidents.incident.domain.IncidentFilter.When;
import org.harmregistry.incidents.incident.domain.IncidentFilter.Where;
import org.harmregistry.incidents.incident.domain.IncidentFilter.Whom;
import org.harmregistry.incidents.incident.domain.IncidentStatus;
import org.harmregistry.incidents.incident.domain.Term;
import org.harmregistry.kit.identity.Caller;

/**
 * The sums that are kept ready, and what writers have changed since they were last folded: together exactly what the table of
 * incidents adds up to.
 */
final class CountRollUp implements CountSource {

    private static final Set<Grouping> KEPT = EnumSet.of(Grouping.MONTH, Grouping.YEAR, Grouping.COUNTRY, Grouping.ADMIN1,
            Grouping.GRADING, Grouping.STRIKE_STATUS);
    private static final String SUMS = """
            sum(c.incidents) as incidents, sum(c.with_killed) as killed, sum(c.killed_min) as killed_min,
              sum(c.killed_max) as killed_max, sum(c.killed_min_unknown) as killed_min_unknown,
              sum(c.killed_max_unknown) as killed_max_unknown, sum(c.injured_min) as injured_min, sum(c.injured_max) as injured_max,
              sum(c.injured_min_unknown) as injured_min_unknown, sum(c.injured_max_unknown) as injured_max_unknown,
              coalesce(sum(c.incidents) filter (where c.grading is null), 0) as ungraded, sum(c.not_located) as not_located,
              coalesce(sum(c.incidents) filter (where c.grading = 'weak' or c.strike_status = 'single_source_claim'), 0) as one_source,
              coalesce(sum(c.incidents) filter (where c.grading is null and c.strike_status is null), 0) as sources_untold,
              sum(c.totals_low) as low, sum(c.totals_best) as best, sum(c.totals_high) as high
            """;

    private final List<String> conditions = new ArrayList<>();
    private final Map<String, Object> parameters = new HashMap<>();

    private CountRollUp(Caller caller, IncidentFilter filter) {
        Audience audience = Audience.of(caller, false);
        if (!audience.seesAll()) {
            conditions.add(audience.isEverybody() ? "c.everybody" : "(c.everybody or c.organisation = :organisation)");
            put("organisation", audience.organisation());
        }
        and("c.month >= :from", "from", filter.when().from());
        and("c.month <= :to", "to", filter.when().to());
        and("c.country = :country", "country", filter.where().country());
        and("c.admin1 = :admin1", "admin1", filter.where().admin1());
        if (!filter.gradings().isAll()) {
            graded(filter.gradings().graded(), filter.gradings().ungraded());
        }
        and("c.strike_status in (:strikeStatuses)", "strikeStatuses", terms(filter.harm().strikeStatuses()));
        and("c.organisation = :ownedBy", "ownedBy", filter.standing().organisation());
        and("c.dataset = :dataset", "dataset", filter.standing().dataset());
        IncidentStatus status = filter.standing().status();
        conditions.add(status == null ? "c.status <> 'merged'" : "c.status = :status");
        put("status", status == null ? null : status.term());
    }

    /** The roll-up, if it can answer the question. */
    static Optional<CountRollUp> of(Caller caller, IncidentFilter filter, List<Grouping> by) {
        return KEPT.containsAll(by) && answers(filter) ? Optional.of(new CountRollUp(caller, filter)) : Optional.empty();
    }

    /** What a filter asks beyond what is kept makes it differ from one that is made of what is kept alone. */
    private static boolean answers(IncidentFilter filter) {
        Standing standing = filter.standing();
        IncidentFilter kept = new IncidentFilter(new When(filter.when().from(), filter.when().to(), null, null),
                new Where(filter.where().country(), filter.where().admin1(), null, null, null, null),
                new Harm(filter.gradings(), null, null, filter.harm().strikeStatuses(), null, null, null, null),
                new Whom(null, null, null),
                new Standing(standing.organisation(), standing.dataset(), standing.status(), null), null);
        return kept.equals(filter) && beginsMonth(filter.when().from())
                && (filter.when().to() == null || beginsMonth(filter.when().to().plusDays(1)));
    }

    private static boolean beginsMonth(LocalDate day) {
        return day == null || day.getDayOfMonth() == 1;
    }

    private void graded(Collection<? extends Term> gradings, boolean ungraded) {
        String graded = gradings.isEmpty() ? "false" : "c.grading in (:gradings)";
        put("gradings", terms(gradings));
        conditions.add(ungraded ? "(" + graded + " or c.grading is null)" : graded);
    }

    private static List<String> terms(Collection<? extends Term> terms) {
        return terms.isEmpty() ? null : terms.stream().map(Term::term).toList();
    }

    private void and(String condition, String name, Object value) {
        if (value != null) {
            conditions.add(condition);
            parameters.put(name, value);
        }
    }

    private void put(String name, Object value) {
        if (value != null) {
            parameters.put(name, value);
        }
    }

    @Override
    public String from(List<Grouping> by) {
        return "incident_counted c";
    }

    @Override
    public String condition() {
        return String.join(" and ", conditions);
    }

    @Override
    public Map<String, Object> parameters() {
        return parameters;
    }

    @Override
    public String key(Grouping grouping) {
        return switch (grouping) {
            case MONTH -> "to_char(c.month, 'YYYY-MM')";
            case YEAR -> "to_char(c.month, 'YYYY')";
            case COUNTRY -> "c.country";
            case ADMIN1 -> "c.admin1";
            case GRADING -> "coalesce(c.grading, 'ungraded')";
            case STRIKE_STATUS -> "c.strike_status";
            case WEEK, DEGREE, TENTH_OF_DEGREE, HUNDREDTH_OF_DEGREE, STRIKE_TYPE, PARTY, INFRASTRUCTURE, SEX, AGE_GROUP, CAUSE,
                    CIVILIAN_STATUS ->
                throw new IllegalArgumentException(grouping.term());
        };
    }

    @Override
    public String scheme() {
        return "c.totals_scheme";
    }

    @Override
    public String sums() {
        return SUMS;
    }

    @Override
    public String sql(List<Grouping> by) {
        return CountSource.super.sql(by) + " having sum(c.incidents) <> 0";
    }
}
