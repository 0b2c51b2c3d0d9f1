package org.harmregistry.incidents.record;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How exactly a date is known. */
public enum DayPrecision {
    @JsonProperty("day")
    DAY,
    @JsonProperty("month")
    MONTH,
    @JsonProperty("year")
    YEAR
}
