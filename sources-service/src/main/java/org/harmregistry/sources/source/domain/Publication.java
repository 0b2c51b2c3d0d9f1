package org.harmregistry.sources.source.domain;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Who may read an accepted source: its organisation and the registry's staff, or everybody. */
public enum Publication {
    @JsonProperty("withheld")
    WITHHELD,
    @JsonProperty("public")
    PUBLIC
}
