package org.harmregistry.sources.witness.domain;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How it stands with an identity. */
public enum IdentityState {
    /** It is kept, sealed. */
    @JsonProperty("sealed")
    SEALED,
    /** Two custodians have agreed to shred it; its key is being destroyed, and it can no longer be opened. */
    @JsonProperty("shredding")
    SHREDDING,
    /** Its key was destroyed; what it said is gone for good. */
    @JsonProperty("shredded")
    SHREDDED
}
