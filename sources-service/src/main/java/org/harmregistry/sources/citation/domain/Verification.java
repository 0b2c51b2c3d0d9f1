package org.harmregistry.sources.citation.domain;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Whether the incident that is cited was found to exist, for who reads the citation. */
public enum Verification {
    /** Nobody has asked yet, or incidents-service was away. */
    @JsonProperty("unverified")
    UNVERIFIED,
    /** It is there for the reader. */
    @JsonProperty("verified")
    VERIFIED,
    /** It is not there for the reader; whether it is for others is not told. */
    @JsonProperty("unknown_incident")
    UNKNOWN_INCIDENT
}
