package org.harmregistry.incidents.incident.domain;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The totals of one group of incidents.
 *
 * @param keys the value of each grouping, in their order; {@code null} where it is unknown
 * @param totals what the group adds up to
 */
public record TotalsGroup(List<String> keys, Totals totals) {

    public TotalsGroup {
        keys = Collections.unmodifiableList(new ArrayList<>(keys));
    }
}
