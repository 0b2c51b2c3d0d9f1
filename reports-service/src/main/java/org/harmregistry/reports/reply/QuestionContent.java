package org.harmregistry.reports.reply;

import java.time.LocalDate;

import org.harmregistry.kit.problem.CommonFailure;
import org.harmregistry.kit.problem.Failure;

/**
 * A question as a publisher records it.
 *
 * @param party slug of the party that it was sent to
 * @param period key of the period that it is about; all periods of the report if it is absent
 * @param text the question, up to 20,000 characters
 * @param language its language, BCP 47; en unless given
 * @param channel how it was sent, such as a letter or an e-mail, up to 200 characters
 * @param sentOn the day on which it was sent
 * @param dueOn the last day for an answer
 */
public record QuestionContent(String party, String period, String text, String language, String channel, LocalDate sentOn,
        LocalDate dueOn) {

    public QuestionContent {
        ReplyTexts.required("/party", party);
        if (!party.matches("[a-z0-9]+(-[a-z0-9]+)*") || party.length() > 200) {
            throw Failure.at(CommonFailure.INVALID_VALUE, "/party", "A party is named by its slug.");
        }
        ReplyTexts.text("/text", text);
        ReplyTexts.language(language);
        ReplyTexts.required("/channel", channel);
        ReplyTexts.line("/channel", channel);
        ReplyTexts.required("/sentOn", sentOn);
        ReplyTexts.required("/dueOn", dueOn);
        if (dueOn.isBefore(sentOn)) {
            throw Failure.at(CommonFailure.RANGE_INVERTED, "/dueOn", "The answer is due before the question was sent.");
        }
    }

    String languageOrDefault() {
        return language == null ? "en" : language;
    }
}
