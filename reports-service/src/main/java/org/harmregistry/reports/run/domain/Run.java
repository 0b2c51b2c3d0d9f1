package org.harmregistry.reports.run.domain;

import java.time.Instant;
import java.util.UUID;

/**
 * The making of one edition.
 *
 * @param edition the edition's id
 * @param state how it stands
 * @param progress how far it is, or how far it came; {@code null} before it began
 * @param orderedBy who ordered it; {@code null} where it was due by itself
 * @param orderedAt since when it waits, UTC
 * @param beganAt when it was first begun, UTC; {@code null} before
 * @param endedAt when it ended, UTC; {@code null} before
 * @param attempts how often it was begun
 * @param nextAttemptAt before which it is not tried again, UTC; {@code null} where nothing holds it
 * @param problem the problem document of why it waits or failed, as JSON; {@code null} for none
 * @param reason why it was called off; {@code null} where it was not
 * @param version goes up with each change
 */
public record Run(UUID edition, RunState state, Progress progress, String orderedBy, Instant orderedAt, Instant beganAt,
        Instant endedAt, int attempts, Instant nextAttemptAt, String problem, String reason, long version) {

    /**
     * How far a run is.
     *
     * @param step what it is at
     * @param done how much of the step is done, in what the step counts
     * @param total how much there is to do; {@code null} where that is not known before
     * @param format the format of the file that was begun last; {@code null} outside rendering
     * @param language its language; {@code null} outside rendering
     */
    public record Progress(RunStep step, long done, Long total, String format, String language) {
    }
}
