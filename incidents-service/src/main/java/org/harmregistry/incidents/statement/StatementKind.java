package org.harmregistry.incidents.statement;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a party says with a statement. */
public enum StatementKind {
    @JsonProperty("admission")
    ADMISSION,
    @JsonProperty("partial_admission")
    PARTIAL_ADMISSION,
    @JsonProperty("denial")
    DENIAL,
    @JsonProperty("rebuttal_of_method")
    REBUTTAL_OF_METHOD,
    @JsonProperty("commitment")
    COMMITMENT,
    @JsonProperty("monthly_report")
    MONTHLY_REPORT,
    @JsonProperty("strike_report")
    STRIKE_REPORT,
    @JsonProperty("letter")
    LETTER,
    @JsonProperty("apology")
    APOLOGY,
    @JsonProperty("correction")
    CORRECTION
}
