package org.harmregistry.sources.capture.domain;

import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonValue;

/** What came of a verification. */
public enum CheckOutcome {
    /** Everything that could be verified was right. */
    VERIFIED,
    /** Something was wrong: the file is not what its own proof says. */
    FAILED,
    /** The file carries no proof that can be verified here. */
    NOT_VERIFIABLE;

    /** The word on the wire and in its column. */
    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static CheckOutcome of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
