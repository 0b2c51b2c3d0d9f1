package org.harmregistry.sources.source.domain;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How an interview was held. */
public enum InterviewMode {

    @JsonProperty("in_person")
    IN_PERSON,
    @JsonProperty("remote")
    REMOTE
}
