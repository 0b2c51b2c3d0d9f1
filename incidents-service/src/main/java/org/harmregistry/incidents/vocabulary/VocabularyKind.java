package org.harmregistry.incidents.vocabulary;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Whose list it is. */
public enum VocabularyKind {
    /** Records of this registry use its terms. */
    @JsonProperty("ours")
    OURS,
    /** A list of another system; terms of ours are matched with it. */
    @JsonProperty("source")
    SOURCE
}
