package org.harmregistry.reports.reply;

import java.time.LocalDate;
import java.util.UUID;

/**
 * A reply as it is sent by the party itself, or recorded by a publisher who received it.
 *
 * @param text the reply, up to 20,000 characters
 * @param language its language, BCP 47; en unless given
 * @param question the question that it answers; may be absent where it is given to an edition
 * @param party slug of the party; only where a publisher records a reply to an edition without a question
 * @param channel how it was received; only where a publisher records it, and required there
 * @param receivedOn when it was received; only where a publisher records it, and required there
 */
public record ReplyContent(String text, String language, UUID question, String party, String channel, LocalDate receivedOn) {

    static final String HERE = "registry";

    public ReplyContent {
        ReplyTexts.text("/text", text);
        ReplyTexts.language(language);
        ReplyTexts.line("/channel", channel);
        ReplyTexts.line("/party", party);
    }

    String languageOrDefault() {
        return language == null ? "en" : language;
    }

    /** The same as the party itself sends it, today. */
    ReplyContent sentHere(LocalDate today) {
        return new ReplyContent(text, language, question, null, HERE, today);
    }
}
