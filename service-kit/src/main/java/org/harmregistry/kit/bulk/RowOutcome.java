package org.harmregistry.kit.bulk;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What became of a row. */
public enum RowOutcome {
    @JsonProperty("created")
    CREATED,
    @JsonProperty("updated")
    UPDATED,
    @JsonProperty("unchanged")
    UNCHANGED,
    @JsonProperty("refused")
    REFUSED
}
