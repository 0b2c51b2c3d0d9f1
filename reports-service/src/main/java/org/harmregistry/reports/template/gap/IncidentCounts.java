package org.harmregistry.reports.template.gap;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import org.harmregistry.reports.document.Credit;
import org.harmregistry.reports.template.FrozenStatistics;

/**
 * What the incidents of the report add up to.
 *
 * @param window in area and period, by month
 * @param byRule the parts under each rule of suspicion, in the case's order
 * @param underAnyRule their union; {@code null} if there are fewer than two rules
 * @param inTown the part of one town; {@code null} if the case names none
 * @param reachingIn what began earlier and reaches into the period
 */
record IncidentCounts(FrozenStatistics window, List<RulePart> byRule, FrozenStatistics underAnyRule, FrozenStatistics inTown,
        FrozenStatistics reachingIn) {

    /** The part under one rule. */
    record RulePart(String rule, FrozenStatistics counts) {
    }

    List<Credit> credits() {
        return Stream.concat(Stream.of(window, underAnyRule, inTown, reachingIn).filter(Objects::nonNull),
                byRule.stream().map(RulePart::counts)).flatMap(part -> part.credits().stream()).distinct().toList();
    }
}
