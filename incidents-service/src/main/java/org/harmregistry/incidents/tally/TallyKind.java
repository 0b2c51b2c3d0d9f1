package org.harmregistry.incidents.tally;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What kind of publication a tally comes from. */
public enum TallyKind {
    /** A party's account of one month. */
    @JsonProperty("monthly_report")
    MONTHLY_REPORT,
    /** A total for a place and period, by whomever. */
    @JsonProperty("published_total")
    PUBLISHED_TOTAL
}
