package org.harmregistry.reports.delivery.domain;

import java.time.Instant;
import java.util.List;

/**
 * What became of one announcement for one subscription.
 *
 * @param announcement what is told
 * @param status waiting, delivered or given_up
 * @param attempts the tries, in their order
 * @param nextAttemptAt when it is tried next; {@code null} if it is not
 * @param queuedAt when it was queued
 * @param endedAt when it was delivered or given up; {@code null} while it waits
 */
public record LoggedDelivery(Announcement announcement, String status, List<LoggedAttempt> attempts, Instant nextAttemptAt,
        Instant queuedAt, Instant endedAt) {

    /**
     * @param number counted from 1
     * @param outcome as {@link Outcome} has it
     * @param httpStatus what the receiver answered; {@code null} if it did not
     * @param tookMs how long it took, in milliseconds
     * @param at when it ended, UTC
     */
    public record LoggedAttempt(int number, String outcome, Integer httpStatus, int tookMs, Instant at) {
    }
}
