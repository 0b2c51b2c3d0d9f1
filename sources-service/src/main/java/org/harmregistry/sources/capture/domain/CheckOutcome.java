package org.harmregistry.sources.capture.domain;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What came of a verification. */
public enum CheckOutcome {
    /** Everything that could be verified was right. */
    @JsonProperty("verified")
    VERIFIED,
    /** Something was wrong: the file is not what its own proof says. */
    @JsonProperty("failed")
    FAILED,
    /** The file carries no proof that can be verified here. */
    @JsonProperty("not_verifiable")
    NOT_VERIFIABLE
}
