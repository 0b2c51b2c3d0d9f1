package org.harmregistry.incidents.commitment;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a commitment promises, as far as the registry can see it come. */
public enum ExpectedKind {
    /** The party's report on one month. */
    @JsonProperty("monthly_report")
    MONTHLY_REPORT
}
