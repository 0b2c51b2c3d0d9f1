package org.harmregistry.sources.custody.domain;

import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonValue;

/** What can be done with a source or an attachment so that its custody log says it. */
public enum CustodyAct {
    /** It was obtained from where it was found. */
    COLLECTED,
    /** A digest was made of it as it stands. */
    HASHED,
    /** An authority outside the registry confirmed when it was there. */
    TIMESTAMPED,
    /** The registry took it in. */
    INGESTED,
    /** Somebody was given its content to read. */
    ACCESSED,
    /** Another copy of it was made. */
    COPIED,
    /** It was handed over to somebody else. */
    TRANSFERRED,
    /** Its content was compared with its digest. */
    VERIFIED,
    /** It was accepted as what it says it is; its own organisation no longer changes it. */
    SEALED,
    /** Everybody may read it. */
    RELEASED,
    /** Fewer may read it than before. */
    RESTRICTED,
    /** It was destroyed because a rule asks for it. */
    DELETED_UNDER_RULE;

    /** The act as it stands on the wire and in its column. */
    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static CustodyAct of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
