package org.harmregistry.incidents.gap;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How the gap is broken down. */
public enum GapBy {
    /** A row per area. */
    @JsonProperty("place")
    PLACE,
    /** A row per month that the party reported on. */
    @JsonProperty("month")
    MONTH,
    /** A row per incident of the registry. */
    @JsonProperty("incident")
    INCIDENT,
    /** One row. */
    @JsonProperty("none")
    NONE
}
