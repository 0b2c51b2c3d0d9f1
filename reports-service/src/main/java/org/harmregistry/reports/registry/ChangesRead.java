package org.harmregistry.reports.registry;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

/** A page of a neighbour's change feed. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record ChangesRead(List<Entry> items, Position page) {

    public ChangesRead {
        items = items == null ? List.of() : List.copyOf(items);
    }

    /** One change of one record; {@code reason} is that of a record which everybody may no longer read. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Entry(UUID id, Instant changedAt, String reason) {
    }

    /** Where to go on, also when there is nothing new yet. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Position(String next, boolean more) {
    }
}
