package org.harmregistry.incidents.tally;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What is counted. */
public enum Unit {
    /** Civilians killed. */
    @JsonProperty("killed")
    KILLED,
    /** Incidents of civilian harm. */
    @JsonProperty("incidents")
    INCIDENTS
}
