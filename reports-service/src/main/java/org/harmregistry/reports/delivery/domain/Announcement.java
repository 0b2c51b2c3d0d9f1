package org.harmregistry.reports.delivery.domain;

import java.time.Instant;
import java.util.UUID;

import org.harmregistry.reports.subscription.domain.Occasion;

/**
 * Something to tell.
 *
 * @param id its place in the order of all announcements, from 1
 * @param messageId the id under which receivers know it, the same each time it is sent
 * @param occasion what happened
 * @param edition the edition; {@code null} for a test, as are all that follow but the last
 * @param report slug of its report
 * @param periodKey key of its period
 * @param periodLabel how the period is called; empty if it has no name of its own
 * @param number the edition's number in its period, from 1
 * @param title the edition's title in its first language
 * @param reason why it was taken back; {@code null} for other occasions
 * @param at when it happened, UTC
 */
public record Announcement(long id, UUID messageId, Occasion occasion, UUID edition, String report, String periodKey,
        String periodLabel, Integer number, String title, String reason, Instant at) {
}
