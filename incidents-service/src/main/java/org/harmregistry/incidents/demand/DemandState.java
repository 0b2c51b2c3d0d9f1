package org.harmregistry.incidents.demand;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How a demand stands. */
public enum DemandState {
    @JsonProperty("open")
    OPEN,
    @JsonProperty("met")
    MET,
    @JsonProperty("partly_met")
    PARTLY_MET,
    @JsonProperty("refused")
    REFUSED,
    @JsonProperty("withdrawn")
    WITHDRAWN
}
