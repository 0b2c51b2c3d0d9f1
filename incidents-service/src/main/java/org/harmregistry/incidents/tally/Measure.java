package org.harmregistry.incidents.tally;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Whether a number stands for the whole or for an addition. */
public enum Measure {
    /** All there are for the area and period. */
    @JsonProperty("total")
    TOTAL,
    /** What was added to an earlier total. */
    @JsonProperty("step")
    STEP
}
