package org.harmregistry.sources.source.domain;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Through which channel a statement was made. */
public enum StatementChannel {

    @JsonProperty("statement")
    STATEMENT,
    @JsonProperty("tweet")
    TWEET,
    @JsonProperty("email")
    EMAIL,
    @JsonProperty("letter")
    LETTER,
    @JsonProperty("press_briefing")
    PRESS_BRIEFING,
    @JsonProperty("report")
    REPORT,
    @JsonProperty("interview")
    INTERVIEW,
    @JsonProperty("website")
    WEBSITE
}
