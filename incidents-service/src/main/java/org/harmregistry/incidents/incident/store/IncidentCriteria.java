package org.harmregistry.incidents.incident.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.harmregistry.incidents.incident.domain.BoundingBox;
import org.harmregistry.incidents.incident.domain.GradingChoice;
import org.harmregistry.incidents.incident.domain.IncidentFilter;
import org.harmregistry.incidents.incident.domain.IncidentPosition;
import org.harmregistry.incidents.place.AdminLevel;
import org.harmregistry.incidents.place.PlaceQuery;
import org.harmregistry.kit.identity.Caller;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * The condition that a query on {@code incident i} asks: what the caller may see, and what the filter means. It is put together
 * from fixed fragments; values travel as parameters only.
 */
final class IncidentCriteria {

    private static final String PUBLIC = "i.status = 'accepted' and i.publication = 'public'";

    private final Caller caller;
    private final List<String> conditions = new ArrayList<>();
    private final Map<String, Object> parameters = new HashMap<>();

    IncidentCriteria(Caller caller, IncidentFilter filter) {
        this.caller = caller;
        seeing();
        when(filter);
        where(filter);
        whom(filter);
        and("i.dataset = :dataset", "dataset", filter.dataset());
        and("i.status = :status", "status", filter.status() == null ? null : filter.status().term());
    }

    private void seeing() {
        if (caller.readsAll()) {
            conditions.add("true");
        } else if (caller.organisation() != null) {
            and("(i.organisation = :organisation or " + PUBLIC + ")", "organisation", caller.organisation());
        } else {
            conditions.add(PUBLIC);
        }
    }

    private void when(IncidentFilter filter) {
        and("i.occurred_from >= :from", "from", filter.from());
        and("i.occurred_from <= :to", "to", filter.to());
        and("i.occurred_to >= :overlapsFrom", "overlapsFrom", filter.overlapsFrom());
        and("i.occurred_from <= :overlapsTo", "overlapsTo", filter.overlapsTo());
    }

    private void where(IncidentFilter filter) {
        and("i.country = :country", "country", filter.country());
        and("i.admin1 = :admin1", "admin1", filter.admin1());
        and("i.admin2 = :admin2", "admin2", filter.admin2());
        if (filter.place() != null) {
            at(filter.place());
        }
        if (filter.bbox() != null) {
            within(filter.bbox());
        }
    }

    private void at(PlaceQuery place) {
        List<String> ways = new ArrayList<>();
        ways.add("i.place_names @> array[cast(:place as varchar)]");
        parameters.put("place", place.normalised());
        way(ways, "i.admin1 in (:placeAdmin1)", "placeAdmin1", place.codes(AdminLevel.ADMIN1));
        way(ways, "i.admin2 in (:placeAdmin2)", "placeAdmin2", place.codes(AdminLevel.ADMIN2));
        conditions.add("(" + String.join(" or ", ways) + ")");
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
    private void within(BoundingBox box) {
        and(shown("lat") + " >= :minLat", "minLat", box.minLat());
        and(shown("lat") + " <= :maxLat", "maxLat", box.maxLat());
        String lon = shown("lon");
        conditions.add(box.crossesDateLine() ? "(" + lon + " >= :minLon or " + lon + " <= :maxLon)"
                : lon + " >= :minLon and " + lon + " <= :maxLon");
        parameters.put("minLon", box.minLon());
        parameters.put("maxLon", box.maxLon());
    }

    private String shown(String coordinate) {
        if (caller.readsAll()) {
            return "i." + coordinate;
        }
        return caller.organisation() == null ? "i.public_" + coordinate
                : "case when i.organisation = :organisation then i." + coordinate + " else i.public_" + coordinate + " end";
    }

    private void whom(IncidentFilter filter) {
        and("i.killed_civilians_min >= :minKilled", "minKilled", filter.minKilled());
        if (filter.party() != null || !filter.rules().isEmpty()) {
            String party = filter.party() == null ? "" : " and p.party = :party";
            String rule = filter.rules().isEmpty() ? "" : " and p.rule in (:rules)";
            conditions.add("exists (select 1 from incident_party p where p.incident = i.id"
                    + " and p.role in ('known', 'suspected')" + party + rule + ")");
            put("party", filter.party());
            put("rules", filter.rules());
        }
        graded(filter.gradings());
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

    /** Only what stands behind a position in the order of lists. */
    IncidentCriteria after(IncidentPosition position) {
        if (position != null) {
            conditions.add("(i.occurred_from, i.id) > (:afterFrom, :afterId)");
            parameters.put("afterFrom", position.occurredFrom());
            parameters.put("afterId", position.id());
        }
        return this;
    }

    private void and(String condition, String name, Object value) {
        if (value != null) {
            conditions.add(condition);
            parameters.put(name, value);
        }
    }

    private void put(String name, Object value) {
        if (value != null && !(value instanceof Collection<?> several && several.isEmpty())) {
            parameters.put(name, value);
        }
    }

    String sql() {
        return String.join(" and ", conditions);
    }

    /** The version that this reader sees. */
    String versionShown() {
        if (caller.readsAll()) {
            return "i.version";
        }
        return caller.organisation() == null ? "i.public_version"
                : "case when i.organisation = :organisation then i.version else i.public_version end";
    }

    <T> Mutiny.SelectionQuery<T> bind(Mutiny.SelectionQuery<T> query) {
        parameters.forEach(query::setParameter);
        return query;
    }
}
