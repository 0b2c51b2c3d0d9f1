package org.harmregistry.incidents.incident.store;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.harmregistry.incidents.incident.domain.BoundingBox;
import org.harmregistry.incidents.incident.domain.GradingChoice;
import org.harmregistry.incidents.incident.domain.IncidentFilter;
import org.harmregistry.incidents.incident.domain.IncidentFilter.Harm;
import org.harmregistry.incidents.incident.domain.IncidentFilter.Standing;
import org.harmregistry.incidents.incident.domain.IncidentFilter.When;
import org.harmregistry.incidents.incident.domain.IncidentFilter.Where;
import org.harmregistry.incidents.incident.domain.IncidentFilter.Whom;
import org.harmregistry.incidents.incident.domain.IncidentStatus;
import org.harmregistry.incidents.incident.domain.Infrastructure;
import org.harmregistry.incidents.incident.domain.Near;
import org.harmregistry.incidents.incident.domain.Term;
import org.harmregistry.incidents.place.AdminLevel;
import org.harmregistry.incidents.place.PlaceQuery;
import org.harmregistry.kit.identity.Caller;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * The condition that a query on {@code incident i} asks: what the caller may see, and what the filter means. It is put together
 * from fixed fragments; values travel as parameters only.
 */
public final class IncidentCriteria {

    private static final String RESPONSIBLE = "('known', 'suspected')";

    /** The record gives its place one of several names; written so that the index of names is used. */
    static final String NAMED = "i.place_names && cast(string_to_array(cast(:placeNames as text), chr(10)) as varchar[])";

    private final Audience audience;
    private final List<String> conditions = new ArrayList<>();
    private final Map<String, Object> parameters = new HashMap<>();

    private IncidentCriteria(Caller caller, Instant asOf) {
        this.audience = Audience.of(caller, asOf != null);
        put("organisation", audience.organisation());
        put("asOf", asOf == null ? null : asOf.atOffset(ZoneOffset.UTC));
        conditions.add(audience.sees());
    }

    /** Every incident that the caller may see, also one that was merged into another. */
    static IncidentCriteria ofAnyStatus(Caller caller, Instant asOf) {
        return new IncidentCriteria(caller, asOf);
    }

    public IncidentCriteria(Caller caller, IncidentFilter filter) {
        this(caller, filter.asOf());
        when(filter.when());
        where(filter.where());
        harmed(filter.harm());
        whom(filter.whom(), filter.asOf() != null);
        standing(filter.standing());
    }

    private void when(When when) {
        and("i.occurred_from >= :from", "from", when.from());
        and("i.occurred_from <= :to", "to", when.to());
        and("i.occurred_to >= :overlapsFrom", "overlapsFrom", when.overlapsFrom());
        and("i.occurred_from <= :overlapsTo", "overlapsTo", when.overlapsTo());
    }

    private void where(Where where) {
        and("i.country = :country", "country", where.country());
        and("i.admin1 = :admin1", "admin1", where.admin1());
        and("i.admin2 = :admin2", "admin2", where.admin2());
        if (where.place() != null) {
            at(where.place());
        }
        if (where.bbox() != null) {
            within(where.bbox(), "");
        }
        if (where.near() != null) {
            near(where.near());
        }
    }

    private void at(PlaceQuery place) {
        List<String> ways = new ArrayList<>();
        ways.add(NAMED);
        parameters.put("placeNames", names(place));
        if (place.country() != null) {
            ways.add("i.country = :placeCountry");
            parameters.put("placeCountry", place.country());
        }
        way(ways, "i.admin1 in (:placeAdmin1)", "placeAdmin1", place.codes(AdminLevel.ADMIN1));
        way(ways, "i.admin2 in (:placeAdmin2)", "placeAdmin2", place.codes(AdminLevel.ADMIN2));
        conditions.add("(" + String.join(" or ", ways) + ")");
    }

    /** Keys of names, a line each; rows written before there were keys hold the normalised name. */
    static String names(PlaceQuery place) {
        return place.normalised() + "\n" + String.join("\n", place.keys());
    }

    private void way(List<String> ways, String condition, String name, List<String> codes) {
        if (!codes.isEmpty()) {
            ways.add(condition);
            parameters.put(name, codes);
        }
    }

    /**
     * The box holds the point that this reader may see: asked with the exact one, it would tell more than the reader may know.
     */
    private void within(BoundingBox box, String prefix) {
        and(audience.lat() + " >= :minLat" + prefix, "minLat" + prefix, box.minLat());
        and(audience.lat() + " <= :maxLat" + prefix, "maxLat" + prefix, box.maxLat());
        String lon = audience.lon();
        conditions.add(box.crossesDateLine() ? "(" + lon + " >= :minLon" + prefix + " or " + lon + " <= :maxLon" + prefix + ")"
                : lon + " >= :minLon" + prefix + " and " + lon + " <= :maxLon" + prefix);
        parameters.put("minLon" + prefix, box.minLon());
        parameters.put("maxLon" + prefix, box.maxLon());
    }

    private void near(Near near) {
        within(near.around(), "Near");
        put("nearLat", near.centre().lat());
        put("nearLon", near.centre().lon());
        and(distance() + " <= :radius", "radius", (double) near.radius());
    }

    /** Metres from the centre of {@code near} to the point that this reader may see. */
    String distance() {
        return "distance_in_metres(:nearLat, :nearLon, " + audience.lat() + ", " + audience.lon() + ")";
    }

    private void harmed(Harm harm) {
        graded(harm.gradings());
        and("i.killed_civilians_min >= :minKilled", "minKilled", harm.minKilled());
        if (harm.civilianHarm() != null) {
            conditions.add("(i.document #>> '{harm,reported}') = " + (harm.civilianHarm() ? "'true'" : "'false'"));
        }
        anyOf("i.document #>> '{strike,status}'", "strikeStatuses", harm.strikeStatuses());
        has("{strike,types}", "strikeTypes", harm.strikeTypes());
        has("{infrastructure}", "infrastructure", Infrastructure.withKinds(harm.infrastructure()));
        for (int i = 0; i < harm.words().size(); i++) {
            and("i.search_terms @> array[cast(:word" + i + " as varchar)]", "word" + i, harm.words().get(i));
        }
    }

    private void anyOf(String expression, String name, Collection<? extends Term> terms) {
        if (!terms.isEmpty()) {
            conditions.add(expression + " in (:" + name + ")");
            parameters.put(name, terms.stream().map(Term::term).toList());
        }
    }

    private void has(String path, String name, Collection<? extends Term> terms) {
        if (!terms.isEmpty()) {
            conditions.add("exists (select 1 from jsonb_array_elements_text(case when jsonb_typeof(i.document #> '" + path
                    + "') = 'array' then i.document #> '" + path + "' end) as one(term) where one.term in (:" + name + "))");
            parameters.put(name, terms.stream().map(Term::term).toList());
        }
    }

    private void graded(GradingChoice gradings) {
        if (gradings.isAll()) {
            return;
        }
        List<String> terms = gradings.graded().stream().map(grading -> grading.term()).toList();
        String graded = terms.isEmpty() ? "false" : "i.grading in (:gradings)";
        put("gradings", terms);
        conditions.add(gradings.ungraded() ? "(" + graded + " or i.grading is null)" : graded);
    }

    private void whom(Whom whom, boolean past) {
        if (!whom.assessments().isEmpty()) {
            assessed(whom, past);
        }
        if (whom.party() == null && whom.rules().isEmpty()) {
            return;
        }
        String party = whom.party() == null ? "" : " and p.party = :party";
        String rule = whom.rules().isEmpty() ? "" : " and p.rule in (:rules)";
        String entries = past ? Audience.PAST_PARTIES + " where true" : "incident_party p where p.incident = i.id";
        conditions.add("exists (select 1 from " + entries + " and p.role in " + RESPONSIBLE + party + rule + ")");
        put("party", whom.party());
        put("rules", whom.rules());
    }

    /** Of an allegation that this reader may see; a past one by what it was then and who may see it today. */
    private void assessed(Whom whom, boolean past) {
        String source = past ? "incident_assessment_as_of(cast(:asOf as timestamptz))" : "incident_assessment";
        String party = whom.party() == null ? "" : " and x.party = :party";
        String seen = audience.seesAll() ? "" : " and x.publication = 'public'";
        conditions.add("exists (select 1 from " + source + " x where x.incident = i.id and x.state in (:assessments)" + party
                + seen + ")");
        put("party", whom.party());
        put("assessments", whom.assessments());
    }

    private void standing(Standing standing) {
        and("i.dataset = :dataset", "dataset", standing.dataset());
        and("i.organisation = :ownedBy", "ownedBy", standing.organisation());
        and(audience.updatedAt() + " >= :updatedSince", "updatedSince", standing.updatedSince() == null ? null
                : standing.updatedSince().atOffset(ZoneOffset.UTC));
        if (standing.status() == null) {
            // Its successor speaks for a merged record.
            conditions.add("i.status <> '" + IncidentStatus.MERGED.term() + "'");
        }
        and("i.status = :status", "status", standing.status() == null ? null : standing.status().term());
    }

    /** Adds a condition on one parameter, or nothing if its value is {@code null}. */
    IncidentCriteria and(String condition, String name, Object value) {
        if (value != null) {
            conditions.add(condition);
            parameters.put(name, value);
        }
        return this;
    }

    private void put(String name, Object value) {
        if (value != null && !(value instanceof Collection<?> several && several.isEmpty())) {
            parameters.put(name, value);
        }
    }

    /**
     * What stands in the from clause under the name {@code i}: the incidents of today, or those of the past that is asked for.
     */
    public String source() {
        return audience.source();
    }

    public String sql() {
        return String.join(" and ", conditions);
    }

    public Map<String, Object> parameters() {
        return parameters;
    }

    public Audience audience() {
        return audience;
    }

    public <T> Mutiny.SelectionQuery<T> bind(Mutiny.SelectionQuery<T> query) {
        parameters.forEach(query::setParameter);
        return query;
    }
}
