package org.harmregistry.reports.registry;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

/** A count as a range; an absent end is unknown. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record CountRange(Long min, Long max, Integer maxUnknownIn, Boolean minExclusive) {
}
