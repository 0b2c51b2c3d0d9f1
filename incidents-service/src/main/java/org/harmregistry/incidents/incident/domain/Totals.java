package org.harmregistry.incidents.incident.domain;

import java.util.List;

/**
 * What a set of incidents adds up to; each incident counts once, however many parties it names.
 *
 * @param incidents number of incidents
 * @param incidentsWithCiviliansKilled number of those with at least one civilian killed by the lower bound
 * @param civiliansKilled civilians killed
 * @param civiliansInjured civilians injured
 * @param totalsAsPublished the data sets' own estimates, by scheme
 * @param ungraded number of incidents that nobody has graded
 * @param notLocated number of incidents without a point
 * @param oneSource number of incidents that are known to rest on one source: graded weak, or with a single-source claim of a
 *        strike
 * @param sourcesUntold number of incidents of which neither grading nor strike status tells
 */
public record Totals(long incidents, long incidentsWithCiviliansKilled, RangeSum civiliansKilled, RangeSum civiliansInjured,
        List<SchemeTotals> totalsAsPublished, long ungraded, long notLocated, long oneSource, long sourcesUntold) {

    /** What no incidents add up to. */
    public static final Totals NOTHING = new Totals(0, 0, RangeSum.OF_NOTHING, RangeSum.OF_NOTHING, List.of(), 0, 0, 0,
            0);

    public Totals {
        totalsAsPublished = List.copyOf(totalsAsPublished);
    }
}
