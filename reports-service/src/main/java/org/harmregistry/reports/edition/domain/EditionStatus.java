package org.harmregistry.reports.edition.domain;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonValue;

/** How far an edition has come. */
public enum EditionStatus {
    /** Due, and not whole yet. */
    DRAFT,
    /** Whole and frozen, and not out: the gate, people or an embargo hold it back. */
    GATED,
    /** Out, and the newest of its period. */
    PUBLISHED,
    /** Out, and replaced by a newer one. */
    SUPERSEDED,
    /** Out once, and taken back. */
    WITHDRAWN,
    /** Opened, and given up before it was whole: its run was cancelled, or failed. */
    ABANDONED;

    /** The status as it stands in the API and in the register. */
    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The status of a word, if it is one. */
    public static Optional<EditionStatus> of(String word) {
        return Stream.of(values()).filter(status -> status.word().equals(word)).findFirst();
    }

    /** True if everybody knows of an edition in this status, whether or not they may still read it. */
    public boolean wasOut() {
        return isPublic() || this == WITHDRAWN;
    }

    /** True if everybody may read an edition in this status. */
    public boolean isPublic() {
        return this == PUBLISHED || this == SUPERSEDED;
    }
}
