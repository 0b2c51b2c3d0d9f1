package org.harmregistry.sources.source.domain;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Who translated a text. */
public enum Translator {

    @JsonProperty("machine")
    MACHINE,
    @JsonProperty("person")
    PERSON
}
