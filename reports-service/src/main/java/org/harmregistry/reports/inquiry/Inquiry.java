package org.harmregistry.reports.inquiry;

import java.time.Instant;
import java.util.UUID;

import org.harmregistry.reports.run.domain.RunState;

/**
 * A question and how far its answer is.
 *
 * @param id the inquiry
 * @param kind what is asked
 * @param subject of what
 * @param wanted the question's own words, as JSON; {@code null} for none
 * @param askedBy who asked
 * @param askedAt when, UTC
 * @param state how it stands; never cancelled
 * @param beganAt when somebody first worked on it, UTC; {@code null} before
 * @param endedAt when it ended, UTC; {@code null} before
 * @param attempts how often it was begun
 * @param nextAttemptAt before which it is not tried again, UTC
 * @param answer what came out, as JSON; {@code null} before
 * @param problem the problem document of why it waits or failed, as JSON; {@code null} for none
 * @param version goes up with each change
 */
public record Inquiry(UUID id, InquiryKind kind, String subject, String wanted, String askedBy, Instant askedAt, RunState state,
        Instant beganAt, Instant endedAt, int attempts, Instant nextAttemptAt, String answer, String problem, long version) {
}
