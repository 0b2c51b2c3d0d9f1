package org.harmregistry.incidents.vocabulary;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How a term of ours stands to a term of a source, as SKOS has it. */
public enum MatchRelation {
    /** They mean the same. */
    @JsonProperty("exact")
    EXACT,
    /** They mean nearly the same. */
    @JsonProperty("close")
    CLOSE,
    /** The source's term means more. */
    @JsonProperty("broader")
    BROADER,
    /** The source's term means less. */
    @JsonProperty("narrower")
    NARROWER,
    /** Neither holds the other. */
    @JsonProperty("related")
    RELATED
}
