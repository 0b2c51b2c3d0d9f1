package org.harmregistry.incidents.party;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a party is. */
public enum PartyKind {
    @JsonProperty("state")
    STATE,
    @JsonProperty("coalition")
    COALITION,
    @JsonProperty("armed_group")
    ARMED_GROUP,
    @JsonProperty("civilians")
    CIVILIANS,
    @JsonProperty("unknown")
    UNKNOWN
}
