package org.harmregistry.sources.citation.domain;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How a source speaks of an incident. */
public enum Stance {
    @JsonProperty("supports")
    SUPPORTS,
    @JsonProperty("contradicts")
    CONTRADICTS,
    @JsonProperty("mentions")
    MENTIONS
}
