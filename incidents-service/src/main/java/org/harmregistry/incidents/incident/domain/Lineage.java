package org.harmregistry.incidents.incident.domain;

import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * From which records a record came, and into which it went.
 *
 * @param mergedInto the record that speaks for this one since it was found to be the same incident
 * @param mergedFrom the records that this one speaks for
 * @param splitFrom the record that turned out to be several incidents, this one among them
 * @param splitInto the incidents that this record turned out to be
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Lineage(UUID mergedInto, List<UUID> mergedFrom, UUID splitFrom, List<UUID> splitInto) {

    public static final Lineage NONE = new Lineage(null, List.of(), null, List.of());

    public Lineage {
        mergedFrom = mergedFrom == null ? List.of() : List.copyOf(mergedFrom);
        splitInto = splitInto == null ? List.of() : List.copyOf(splitInto);
    }
}
