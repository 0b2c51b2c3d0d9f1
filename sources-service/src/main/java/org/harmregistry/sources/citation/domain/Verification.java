package org.harmregistry.sources.citation.domain;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Whether the incident that is cited was found to exist. */
public enum Verification {
    /** Nobody has asked yet. */
    @JsonProperty("unverified")
    UNVERIFIED
}
