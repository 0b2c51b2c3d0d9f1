package org.harmregistry.reports.log.domain;

import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonValue;

/** What a leaf tells. */
public enum LeafKind {
    /** An edition became public. */
    PUBLISHED,
    /** A newer edition replaced it. */
    SUPERSEDED,
    /** It was taken back. */
    WITHDRAWN,
    /** A party's reply stands beside it. */
    REPLIED,
    /** A new history began, and why the one before ended. */
    EPOCH;

    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The kind of a word of the register. */
    public static LeafKind of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
