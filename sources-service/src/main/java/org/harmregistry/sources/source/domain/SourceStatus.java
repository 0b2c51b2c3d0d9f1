package org.harmregistry.sources.source.domain;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Where a source stands in its life. */
public enum SourceStatus {
    @JsonProperty("draft")
    DRAFT,
    @JsonProperty("accepted")
    ACCEPTED
}
