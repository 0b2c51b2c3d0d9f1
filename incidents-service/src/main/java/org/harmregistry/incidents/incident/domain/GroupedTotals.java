package org.harmregistry.incidents.incident.domain;

import java.util.List;

/**
 * What incidents add up to, as a whole and told apart.
 *
 * @param total all of them, each counted once
 * @param groups the groups in the order of their keys, unknown ones last; none if nothing tells them apart
 */
public record GroupedTotals(Totals total, List<TotalsGroup> groups) {

    public GroupedTotals {
        groups = List.copyOf(groups);
    }
}
