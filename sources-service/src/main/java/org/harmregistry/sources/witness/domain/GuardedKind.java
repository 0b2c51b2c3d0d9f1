package org.harmregistry.sources.witness.domain;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What two custodians must agree to. */
public enum GuardedKind {
    /** To read who the person is. */
    @JsonProperty("opening")
    OPENING,
    /** To destroy for good what is known of who the person is. */
    @JsonProperty("shredding")
    SHREDDING
}
