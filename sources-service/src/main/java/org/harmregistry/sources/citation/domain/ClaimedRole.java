package org.harmregistry.sources.citation.domain;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a party has to do with an incident, as a source says. */
public enum ClaimedRole {
    /** Responsible, and said so itself. */
    @JsonProperty("known")
    KNOWN,
    /** Held responsible by the source. */
    @JsonProperty("suspected")
    SUSPECTED,
    /** Took part; nothing is attributed. */
    @JsonProperty("belligerent")
    BELLIGERENT
}
