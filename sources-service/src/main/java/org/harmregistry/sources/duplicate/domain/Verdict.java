package org.harmregistry.sources.duplicate.domain;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What an analyst says of a pair of sources. */
public enum Verdict {
    /** They are the same publication, text or picture. Both stay. */
    @JsonProperty("confirmed")
    CONFIRMED,
    /** They are not; the pair is not named again until one of them changes. */
    @JsonProperty("dismissed")
    DISMISSED
}
