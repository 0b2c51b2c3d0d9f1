package org.harmregistry.incidents.commitment;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How a commitment stands. */
public enum CommitmentState {
    /** Not due yet, and not kept yet. */
    @JsonProperty("pending")
    PENDING,
    /** What was promised came by the day it was due. */
    @JsonProperty("kept")
    KEPT,
    /** What was promised came after the day it was due. */
    @JsonProperty("late")
    LATE,
    /** The day has passed and what was promised has not come. */
    @JsonProperty("broken")
    BROKEN,
    /** The party took it back. */
    @JsonProperty("withdrawn")
    WITHDRAWN
}
