package org.harmregistry.reports.subscription.api;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.harmregistry.reports.subscription.domain.Channel;
import org.harmregistry.reports.subscription.domain.Occasion;
import org.harmregistry.reports.subscription.domain.Subscription;
import org.harmregistry.reports.subscription.domain.SubscriptionContent;
import org.harmregistry.reports.subscription.domain.SubscriptionStatus;

/**
 * A subscription.
 *
 * @param channel webhook or mail
 * @param url where a webhook is sent
 * @param reports slugs of the reports told of; absent for all
 * @param occasions what is told of
 * @param language language of e-mail
 * @param status unconfirmed, active, paused or disabled
 * @param disabledCause gone: the receiver answered 410; failing: it failed for too long
 * @param secretGeneration counts the secrets that it has had
 */
@Schema(name = "Subscription")
public record SubscriptionView(UUID id, Channel channel, String url, List<String> reports, List<Occasion> occasions,
        String language, String description, SubscriptionStatus status, String disabledCause, Instant disabledAt,
        Integer secretGeneration,
        String organisation, long version, Instant recordedAt, Instant updatedAt) {

    static SubscriptionView of(Subscription subscription) {
        SubscriptionContent content = subscription.content();
        return new SubscriptionView(subscription.id(), content.channel(), content.url(), content.reports(),
                content.occasions(), content.language(), content.description(), subscription.status(),
                subscription.disabledCause(), subscription.disabledAt(),
                content.channel() == Channel.WEBHOOK ? subscription.secret().number() : null,
                subscription.organisation(), subscription.version(), subscription.recordedAt(), subscription.updatedAt());
    }
}
