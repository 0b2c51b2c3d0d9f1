package org.harmregistry.reports.template.overview;

import java.util.LinkedHashMap;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import org.harmregistry.reports.definition.domain.ReportFilter;
import org.harmregistry.reports.template.EditionOrder;
import org.harmregistry.reports.template.StatisticsFreezing;

import io.smallrye.mutiny.Uni;

/**
 * Counts the records of an overview. They are walked once; every other way to tell them apart proves that it counts the same.
 */
@ApplicationScoped
class OverviewCounting {

    private final StatisticsFreezing freezing;

    OverviewCounting(StatisticsFreezing freezing) {
        this.freezing = freezing;
    }

    Uni<OverviewEvidence> count(EditionOrder order) {
        Map<String, String> filter = order.inPeriod(selected(order));
        return freezing.freeze(order.edition(), filter, "week")
                .chain(weeks -> freezing.beside(weeks, filter, "grading")
                        .chain(gradings -> freezing.beside(weeks, filter, "strikeStatus")
                                .chain(strikes -> freezing.beside(weeks, filter, "admin1")
                                        .chain(areas -> freezing
                                                .freeze(order.edition(), order.reachingIn(selected(order)), "none")
                                                .map(reaching -> new OverviewEvidence(order, weeks,
                                                        gradings, strikes, areas, reaching))))));
    }

    /** Here a party selects those records in which it may be responsible. */
    private static Map<String, String> selected(EditionOrder order) {
        ReportFilter chosen = order.definition().filterOrNone();
        Map<String, String> filter = new LinkedHashMap<>(chosen.incidents());
        if (chosen.party() != null) {
            filter.put("party", chosen.party());
        }
        return filter;
    }
}
