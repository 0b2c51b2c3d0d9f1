package org.harmregistry.reports.template.overview;

import org.harmregistry.reports.template.EditionOrder;
import org.harmregistry.reports.template.FrozenStatistics;

/**
 * All that an overview is written from: the same records, told apart in several ways.
 *
 * @param order what is to be made
 * @param weeks by the week in which they began
 * @param gradings by grading
 * @param strikes by whether there was a strike
 * @param areas by first-order area
 * @param reachingIn what began earlier and reaches into the period
 */
record OverviewEvidence(EditionOrder order, FrozenStatistics weeks, FrozenStatistics gradings, FrozenStatistics strikes,
        FrozenStatistics areas, FrozenStatistics reachingIn) {

    /** The same evidence, to be written in another language. */
    OverviewEvidence in(EditionOrder other) {
        return new OverviewEvidence(other, weeks, gradings, strikes, areas, reachingIn);
    }

    boolean isEmpty() {
        return weeks.statistics().total().incidents() == 0;
    }
}
