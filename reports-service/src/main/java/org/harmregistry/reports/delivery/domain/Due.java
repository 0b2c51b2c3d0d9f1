package org.harmregistry.reports.delivery.domain;

import java.util.UUID;

import org.harmregistry.reports.subscription.domain.Channel;
import org.harmregistry.reports.subscription.domain.SecretGeneration;

/**
 * A delivery that was claimed to be sent now.
 *
 * @param subscription for whom
 * @param channel how
 * @param url where a webhook goes; {@code null} for other channels
 * @param secret what a webhook is signed with
 * @param announcement what is told
 * @param failures how often it has failed since it was queued
 */
public record Due(UUID subscription, Channel channel, String url, SecretGeneration secret, Announcement announcement,
        int failures) {
}
