package org.harmregistry.incidents.demand;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What is demanded. */
public enum DemandKind {
    @JsonProperty("investigate")
    INVESTIGATE,
    @JsonProperty("disclose")
    DISCLOSE,
    @JsonProperty("acknowledge")
    ACKNOWLEDGE,
    @JsonProperty("redress")
    REDRESS,
    @JsonProperty("change_procedure")
    CHANGE_PROCEDURE,
    @JsonProperty("prosecute")
    PROSECUTE
}
