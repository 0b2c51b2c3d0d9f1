package org.harmregistry.sources.capture.domain;

import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonValue;

/** What is verified of a file that carries proof of itself. */
public enum CheckKind {
    /** Block and payload digests of a WARC file (ISO 28500). */
    WARC,
    /** The digests of a WACZ package, and of the WARC files in it (WACZ 1.1.1). */
    WACZ,
    /** The digest and the OpenPGP signatures of a ProofMode bundle. */
    PROOF_MODE,
    /** A time-stamp token over the file (RFC 3161). */
    TIMESTAMP,
    /** A C2PA manifest: its presence is noted, it is not verified. */
    C2PA;

    /** The word on the wire and in its column. */
    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static CheckKind of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
