package org.harmregistry.reports.reply;

import org.harmregistry.kit.problem.CommonFailure;
import org.harmregistry.kit.problem.Failure;

/** The bounds of what people write to each other. */
final class ReplyTexts {

    static final int LONGEST = 20_000;
    private static final int LINE = 200;

    private ReplyTexts() {
    }

    static void text(String pointer, String text) {
        required(pointer, text);
        bounded(pointer, text, LONGEST);
    }

    static void line(String pointer, String text) {
        if (text != null) {
            bounded(pointer, text, LINE);
        }
    }

    static void required(String pointer, Object value) {
        if (value == null) {
            throw Failure.at(CommonFailure.MISSING_FIELD, pointer, "This field is required.");
        }
    }

    static void language(String language) {
        if (language != null && !language.matches("[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}")) {
            throw Failure.at(CommonFailure.INVALID_VALUE, "/language",
                    "A language is named by its BCP 47 tag, such as en or ar.");
        }
    }

    private static void bounded(String pointer, String text, int longest) {
        if (text.isBlank() || text.length() > longest) {
            throw Failure.at(CommonFailure.TEXT_TOO_LONG, pointer, "Between 1 and " + longest + " characters are taken here.");
        }
    }
}
