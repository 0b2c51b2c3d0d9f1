package org.harmregistry.sources.source.domain;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a reader should be warned of; the terms are those of Atlos. */
public enum Sensitivity {
    @JsonProperty("personal_information_visible")
    PERSONAL_INFORMATION_VISIBLE,
    @JsonProperty("graphic_violence")
    GRAPHIC_VIOLENCE,
    @JsonProperty("deleted_by_source")
    DELETED_BY_SOURCE,
    @JsonProperty("deceptive_or_misleading")
    DECEPTIVE_OR_MISLEADING,
    @JsonProperty("not_sensitive")
    NOT_SENSITIVE
}
