package org.harmregistry.reports.registry;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

/** A count as a range; an absent end is unknown. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record CountRange(Long min, Long max, Integer maxUnknownIn, Boolean minExclusive) {

    /** The upper end of a sum; unknown where the upper ends that are known do not even reach the lower end together. */
    public Long upper() {
        return min != null && max != null && max < min ? null : max;
    }
}
