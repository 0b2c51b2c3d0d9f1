package org.harmregistry.sources.citation.domain;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Whether a citation stands. */
public enum CitationStatus {
    @JsonProperty("active")
    ACTIVE,
    /** Taken back with a reason; kept, and counted nowhere. */
    @JsonProperty("retracted")
    RETRACTED
}
