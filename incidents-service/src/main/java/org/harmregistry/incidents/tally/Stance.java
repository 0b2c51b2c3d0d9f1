package org.harmregistry.incidents.tally;

import com.fasterxml.jackson.annotation.JsonProperty;

/** On which side of the gap a number stands. */
public enum Stance {
    /** What the party concedes. */
    @JsonProperty("conceded")
    CONCEDED,
    /** What others documented about the party. */
    @JsonProperty("documented")
    DOCUMENTED
}
