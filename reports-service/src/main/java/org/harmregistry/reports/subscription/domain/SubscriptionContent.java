package org.harmregistry.reports.subscription.domain;

import java.util.List;
import java.util.stream.IntStream;

import org.harmregistry.kit.problem.CommonFailure;
import org.harmregistry.kit.problem.Failure;

/**
 * What a subscriber wants.
 *
 * @param channel how to tell; cannot be changed
 * @param url where a webhook is sent, up to 2,000 characters; for webhooks alone
 * @param reports slugs of the reports to tell of, at most 100; all reports if absent
 * @param occasions what to tell of; everything about editions if absent
 * @param language language of e-mail; en if absent
 * @param description a note for its owner, up to 500 characters
 * @param paused true to be told nothing for the time being; false if absent
 */
public record SubscriptionContent(Channel channel, String url, List<String> reports, List<Occasion> occasions,
        String language, String description, Boolean paused) {

    private static final int MOST_REPORTS = 100;
    private static final int LONGEST_DESCRIPTION = 500;

    public SubscriptionContent {
        if (channel == null) {
            throw Failure.at(CommonFailure.MISSING_FIELD, "/channel", "Say how to tell you.");
        }
        if (channel == Channel.WEBHOOK && url == null) {
            throw Failure.at(CommonFailure.MISSING_FIELD, "/url", "Say where the webhook is to be sent.");
        }
        if (channel != Channel.WEBHOOK && url != null) {
            throw Failure.at(CommonFailure.INVALID_VALUE, "/url", "Only a webhook has an address on the web.");
        }
        reports = reports == null || reports.isEmpty() ? null : slugs(reports);
        occasions = occasions == null || occasions.isEmpty() ? Occasion.OF_EDITIONS : ofEditions(occasions);
        if (description != null && description.length() > LONGEST_DESCRIPTION) {
            throw Failure.at(CommonFailure.TEXT_TOO_LONG, "/description", "At most 500 characters are taken.");
        }
        language = language == null ? "en" : language;
        paused = Boolean.TRUE.equals(paused);
    }

    private static List<String> slugs(List<String> reports) {
        if (reports.size() > MOST_REPORTS) {
            throw Failure.at(CommonFailure.INVALID_VALUE, "/reports", "At most 100 reports are named; leave it out for all.");
        }
        IntStream.range(0, reports.size()).forEach(i -> {
            String slug = reports.get(i);
            if (slug == null || slug.length() > 100 || !slug.matches("[a-z0-9]+(-[a-z0-9]+)*")) {
                throw Failure.at(CommonFailure.INVALID_VALUE, "/reports/" + i, "A report is named by its slug.");
            }
        });
        return reports.stream().distinct().toList();
    }

    private static List<Occasion> ofEditions(List<Occasion> occasions) {
        IntStream.range(0, occasions.size()).forEach(i -> {
            if (occasions.get(i) == null || !Occasion.OF_EDITIONS.contains(occasions.get(i))) {
                throw Failure.at(CommonFailure.INVALID_VALUE, "/occasions/" + i, "This cannot be subscribed to.");
            }
        });
        return Occasion.OF_EDITIONS.stream().filter(occasions::contains).toList();
    }
}
