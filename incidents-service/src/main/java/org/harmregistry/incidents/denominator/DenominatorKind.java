package org.harmregistry.incidents.denominator;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What is counted. */
public enum DenominatorKind {
    /** Shells and rockets fired. */
    @JsonProperty("rounds")
    ROUNDS,
    /** Strikes. */
    @JsonProperty("strikes")
    STRIKES,
    /** Targets engaged; one strike may engage several. */
    @JsonProperty("engagements")
    ENGAGEMENTS,
    /** Bombs and missiles dropped. */
    @JsonProperty("munitions")
    MUNITIONS
}
