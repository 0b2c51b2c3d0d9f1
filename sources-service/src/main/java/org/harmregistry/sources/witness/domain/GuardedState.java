package org.harmregistry.sources.witness.domain;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How it stands with a guarded act. */
public enum GuardedState {
    /** One custodian has asked for it. */
    @JsonProperty("requested")
    REQUESTED,
    /** A second custodian has consented. */
    @JsonProperty("consented")
    CONSENTED,
    /** A custodian has refused it, or who asked has taken it back. */
    @JsonProperty("refused")
    REFUSED
}
