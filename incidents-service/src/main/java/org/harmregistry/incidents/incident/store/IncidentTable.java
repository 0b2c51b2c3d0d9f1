package org.harmregistry.incidents.incident.store;

import java.util.List;
import java.util.Map;

import org.harmregistry.incidents.incident.domain.Grouping;
import org.harmregistry.incidents.incident.domain.IncidentFilter;
import org.harmregistry.kit.identity.Caller;

/** The incidents themselves, of today or as they stood: what any question can be answered from. */
final class IncidentTable implements CountSource {

    private static final String SUMS = """
            count(*) as incidents, count(*) filter (where i.killed_civilians_min > 0) as killed,
              coalesce(sum(i.killed_civilians_min), 0) as killed_min, coalesce(sum(i.killed_civilians_max), 0) as killed_max,
              count(*) filter (where i.killed_civilians_min is null) as killed_min_unknown,
              count(*) filter (where i.killed_civilians_max is null) as killed_max_unknown,
              coalesce(sum(i.injured_civilians_min), 0) as injured_min, coalesce(sum(i.injured_civilians_max), 0) as injured_max,
              count(*) filter (where i.injured_civilians_min is null) as injured_min_unknown,
              count(*) filter (where i.injured_civilians_max is null) as injured_max_unknown,
              count(*) filter (where i.grading is null) as ungraded, count(*) filter (where i.lat is null) as not_located,
              count(*) filter (where i.grading = 'weak' or {strikeStatus} = 'single_source_claim') as one_source,
              count(*) filter (where i.grading is null and {strikeStatus} is null) as sources_untold,
              coalesce(sum(i.totals_low), 0) as low, coalesce(sum(i.totals_best), 0) as best,
              coalesce(sum(i.totals_high), 0) as high
            """;
    /** A party with several entries on one incident still counts it once. */
    private static final String PARTIES = """
             join (select distinct incident, party from incident_party where role in ('known', 'suspected')) p
              on p.incident = i.id
            """;
    private static final String PAST_PARTIES = " cross join lateral (select distinct p.party from "
            + Audience.PAST_PARTIES + " where p.role in ('known', 'suspected')) p";

    private final IncidentCriteria criteria;
    private final boolean past;

    IncidentTable(Caller caller, IncidentFilter filter) {
        this.criteria = new IncidentCriteria(caller, filter);
        this.past = filter.asOf() != null;
    }

    @Override
    public String from(List<Grouping> by) {
        StringBuilder from = new StringBuilder(criteria.source());
        for (Grouping grouping : by) {
            from.append(switch (grouping) {
                case PARTY -> past ? PAST_PARTIES : PARTIES;
                case STRIKE_TYPE -> each("{strike,types}", "strike_type");
                case INFRASTRUCTURE -> each("{infrastructure}", "infrastructure");
                default -> "";
            });
        }
        return from.toString();
    }

    private static String each(String path, String name) {
        return " cross join lateral (select distinct one.term from jsonb_array_elements_text(case when jsonb_typeof(i.document #> '"
                + path + "') = 'array' then i.document #> '" + path + "' end) as one(term)) " + name;
    }

    /** The persons of each incident by kind, of the same instant as the incidents. */
    String persons() {
        return past ? "victim_count_as_of(cast(:asOf as timestamptz))" : "victim_count";
    }

    @Override
    public String condition() {
        return criteria.sql();
    }

    @Override
    public Map<String, Object> parameters() {
        return criteria.parameters();
    }

    @Override
    public String key(Grouping grouping) {
        return switch (grouping) {
            case MONTH -> "to_char(i.occurred_from, 'YYYY-MM')";
            case WEEK -> "to_char(i.occurred_from, 'IYYY-\"W\"IW')";
            case YEAR -> "to_char(i.occurred_from, 'YYYY')";
            case COUNTRY -> "i.country";
            case ADMIN1 -> "i.admin1";
            case DEGREE, TENTH_OF_DEGREE, HUNDREDTH_OF_DEGREE -> MapSquares.key(grouping, criteria.audience());
            case GRADING -> "coalesce(i.grading, 'ungraded')";
            case STRIKE_STATUS -> strikeStatus();
            case STRIKE_TYPE -> "strike_type.term";
            case PARTY -> "p.party";
            case INFRASTRUCTURE -> "infrastructure.term";
            case SEX, AGE_GROUP, CAUSE, CIVILIAN_STATUS -> throw new IllegalArgumentException(grouping.term());
        };
    }

    @Override
    public String scheme() {
        return "i.totals_scheme";
    }

    @Override
    public String sums() {
        return SUMS.replace("{strikeStatus}", strikeStatus());
    }

    private String strikeStatus() {
        return past ? "(i.document #>> '{strike,status}')" : "i.strike_status";
    }
}
