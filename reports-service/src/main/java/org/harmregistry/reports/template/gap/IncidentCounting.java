package org.harmregistry.reports.template.gap;

import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import org.harmregistry.reports.definition.domain.ReportCase;
import org.harmregistry.reports.template.EditionOrder;
import org.harmregistry.reports.template.FrozenStatistics;
import org.harmregistry.reports.template.StatisticsFreezing;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

/** Counts the incidents of a report: the whole, and the parts that the case asks for. */
@ApplicationScoped
class IncidentCounting {

    private static final String UNGROUPED = "none";

    private final StatisticsFreezing freezing;

    IncidentCounting(StatisticsFreezing freezing) {
        this.freezing = freezing;
    }

    Uni<IncidentCounts> count(EditionOrder order) {
        ReportCase file = order.definition().caseOrNone();
        return freezing.freeze(order.edition(), order.inPeriod(selected(order)), "month")
                .chain(window -> byRule(order, file).chain(byRule -> underAnyRule(order, file)
                        .chain(union -> inTown(order, file).chain(town -> freezing
                                .freeze(order.edition(), order.reachingIn(selected(order)), UNGROUPED)
                                .map(reaching -> new IncidentCounts(window, byRule, union, town, reaching))))));
    }

    private Uni<List<IncidentCounts.RulePart>> byRule(EditionOrder order, ReportCase file) {
        return Multi.createFrom().iterable(file.rules())
                .onItem().transformToUniAndConcatenate(rule -> part(order, "rule", rule)
                        .map(counts -> new IncidentCounts.RulePart(rule, counts)))
                .collect().asList();
    }

    private Uni<FrozenStatistics> underAnyRule(EditionOrder order, ReportCase file) {
        return file.rules().size() < 2 ? Uni.createFrom().nullItem() : part(order, "rule", String.join(",", file.rules()));
    }

    private Uni<FrozenStatistics> inTown(EditionOrder order, ReportCase file) {
        return file.town() == null ? Uni.createFrom().nullItem() : part(order, "place", file.town());
    }

    private Uni<FrozenStatistics> part(EditionOrder order, String name, String value) {
        Map<String, String> filter = order.inPeriod(selected(order));
        filter.put(name, value);
        return freezing.freeze(order.edition(), filter, UNGROUPED);
    }

    private static Map<String, String> selected(EditionOrder order) {
        return order.definition().filterOrNone().incidents();
    }
}
