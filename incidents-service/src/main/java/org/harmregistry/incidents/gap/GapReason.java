package org.harmregistry.incidents.gap;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Why there is no gap in numbers. */
public enum GapReason {
    /** Nothing documented for this area and period was known. */
    @JsonProperty("not_documented")
    NOT_DOCUMENTED,
    /** Nothing conceded for this area and period was known. */
    @JsonProperty("not_conceded")
    NOT_CONCEDED,
    /** One side gave words without a number, and words stay words. */
    @JsonProperty("words_only")
    WORDS_ONLY,
    /** The ends that would have to be compared are unknown. */
    @JsonProperty("ends_unknown")
    ENDS_UNKNOWN
}
