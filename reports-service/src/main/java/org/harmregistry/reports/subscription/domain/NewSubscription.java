package org.harmregistry.reports.subscription.domain;

import java.util.List;

import org.harmregistry.kit.problem.CommonFailure;
import org.harmregistry.kit.problem.Failure;

/**
 * A subscription as it is asked for.
 *
 * @param channel how to tell
 * @param url where a webhook is sent, up to 2,000 characters; for webhooks alone
 * @param address where e-mail is sent; for mail alone. It is asked whether it wants this, and never shown to anybody
 * @param reports slugs of the reports to tell of, at most 100; all reports if absent
 * @param occasions what to tell of; everything about editions if absent
 * @param language language of e-mail; en if absent
 * @param description a note for its owner, up to 500 characters
 */
public record NewSubscription(Channel channel, String url, String address, List<String> reports, List<Occasion> occasions,
        String language, String description) {

    public NewSubscription {
        if (channel == Channel.WEBHOOK && address != null) {
            throw Failure.at(CommonFailure.INVALID_VALUE, "/address", "A webhook is sent to a url.");
        }
    }

    SubscriptionContent content() {
        return new SubscriptionContent(channel, url, reports, occasions, language, description, false);
    }
}
