package org.harmregistry.sources.capture.domain;

import java.time.Instant;
import java.util.UUID;

/**
 * A verification of a file by the proof that it carries or that was brought for it.
 *
 * @param detail what was verified or wrong, in a sentence
 * @param timestamp the time-stamp token that was verified; {@code null} for a proof that lies in the file
 */
public record Check(CheckKind kind, CheckOutcome outcome, String detail, Instant checkedAt, UUID timestamp) {
}
