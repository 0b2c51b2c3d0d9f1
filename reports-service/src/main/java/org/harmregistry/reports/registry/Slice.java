package org.harmregistry.reports.registry;

import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

/**
 * A page of a list of a neighbour.
 *
 * @param items the records
 * @param page where to go on
 * @param asOf the instant of which it is true; absent for the present
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Slice<T>(List<T> items, Position page, Instant asOf) {

    public Slice {
        items = items == null ? List.of() : List.copyOf(items);
    }

    /** Where to go on. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Position(String next) {
    }

    /** The cursor of the next page, or {@code null} on the last. */
    public String next() {
        return page == null ? null : page.next();
    }
}
