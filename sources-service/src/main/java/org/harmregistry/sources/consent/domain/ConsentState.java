package org.harmregistry.sources.consent.domain;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a person said of a purpose. */
public enum ConsentState {
    @JsonProperty("given")
    GIVEN,
    /** Given within limits: until a day, or as far as a text says. */
    @JsonProperty("limited")
    LIMITED,
    @JsonProperty("withdrawn")
    WITHDRAWN
}
