package org.harmregistry.incidents.place;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Level of an administrative area below the country. */
public enum AdminLevel {
    /** Governorate. */
    @JsonProperty("admin1")
    ADMIN1,
    /** District. */
    @JsonProperty("admin2")
    ADMIN2,
    /** Sub-district. */
    @JsonProperty("admin3")
    ADMIN3
}
