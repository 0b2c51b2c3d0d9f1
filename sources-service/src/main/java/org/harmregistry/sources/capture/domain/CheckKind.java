package org.harmregistry.sources.capture.domain;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What is verified of a file that carries proof of itself. */
public enum CheckKind {
    /** Block and payload digests of a WARC file (ISO 28500). */
    @JsonProperty("warc")
    WARC,
    /** The digests of a WACZ package, and of the WARC files in it (WACZ 1.1.1). */
    @JsonProperty("wacz")
    WACZ,
    /** The digest and the OpenPGP signatures of a ProofMode bundle. */
    @JsonProperty("proof_mode")
    PROOF_MODE,
    /** A time-stamp token over the file (RFC 3161). */
    @JsonProperty("timestamp")
    TIMESTAMP,
    /** A C2PA manifest: its presence is noted, it is not verified. */
    @JsonProperty("c2pa")
    C2PA
}
