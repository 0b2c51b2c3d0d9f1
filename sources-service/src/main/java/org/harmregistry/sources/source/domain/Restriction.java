package org.harmregistry.sources.source.domain;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What is not done with a source until the restriction is lifted; the terms are those of Atlos. */
public enum Restriction {

    /** Nobody changes its content. */
    @JsonProperty("frozen")
    FROZEN,
    /** It is out of everybody's sight, published or not. */
    @JsonProperty("hidden")
    HIDDEN
}
