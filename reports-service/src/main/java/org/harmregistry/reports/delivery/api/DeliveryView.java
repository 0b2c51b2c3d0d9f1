package org.harmregistry.reports.delivery.api;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.harmregistry.reports.delivery.domain.Announcement;
import org.harmregistry.reports.delivery.domain.LoggedDelivery;
import org.harmregistry.reports.subscription.domain.Occasion;

/**
 * One message for one subscription, and what became of it.
 *
 * @param id the message's id, as in the header webhook-id; the same each time it is sent
 * @param occasion what happened
 * @param status waiting, delivered or given_up
 * @param attempts the tries, in their order; outcome is delivered, refused, redirected, gone, timed_out, unreachable,
 *        certificate_refused, address_not_allowed or key_missing
 * @param nextAttemptAt when it is tried next; absent if it is not
 * @param cursor to replay from, behind this message
 */
@Schema(name = "Delivery")
public record DeliveryView(UUID id, Occasion occasion, UUID edition, String report, String period, Integer number,
        String status, List<LoggedDelivery.LoggedAttempt> attempts, Instant nextAttemptAt, Instant announcedAt,
        Instant queuedAt, Instant endedAt, String cursor) {

    static DeliveryView of(LoggedDelivery delivery, String cursor) {
        Announcement told = delivery.announcement();
        return new DeliveryView(told.messageId(), told.occasion(), told.edition(), told.report(), told.periodKey(),
                told.number(), delivery.status(), delivery.attempts(), delivery.nextAttemptAt(), told.at(),
                delivery.queuedAt(), delivery.endedAt(), cursor);
    }
}
