package org.harmregistry.incidents.incident.domain;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * How many recorded victims of incidents belong to one group.
 *
 * @param keys the value of each grouping, in their order; {@code null} where it is unknown
 * @param incidents number of incidents with such persons
 * @param killed persons killed
 * @param injured persons injured
 * @param missing persons missing
 */
public record PersonsGroup(List<String> keys, long incidents, long killed, long injured, long missing) {

    public PersonsGroup {
        keys = Collections.unmodifiableList(new ArrayList<>(keys));
    }
}
