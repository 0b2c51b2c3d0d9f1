package org.harmregistry.incidents.redress;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How the claim stands. */
public enum RedressState {
    @JsonProperty("lodged")
    LODGED,
    @JsonProperty("acknowledged")
    ACKNOWLEDGED,
    @JsonProperty("under_review")
    UNDER_REVIEW,
    @JsonProperty("offered")
    OFFERED,
    @JsonProperty("accepted")
    ACCEPTED,
    @JsonProperty("refused_by_party")
    REFUSED_BY_PARTY,
    @JsonProperty("refused_by_family")
    REFUSED_BY_FAMILY,
    @JsonProperty("paid")
    PAID,
    @JsonProperty("closed_no_answer")
    CLOSED_NO_ANSWER
}
