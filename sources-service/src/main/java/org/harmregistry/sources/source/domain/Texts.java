package org.harmregistry.sources.source.domain;

import org.harmregistry.kit.problem.CommonFailure;
import org.harmregistry.kit.problem.Failure;

/** What every text of a record must be: there where it is required, not blank, and no longer than is taken. */
public final class Texts {

    private Texts() {
    }

    /** @throws Failure 400 if the text is missing or blank, 422 if it has more than {@code max} characters */
    public static void required(String text, int max, String pointer) {
        if (text == null) {
            throw Failure.at(CommonFailure.MISSING_FIELD, pointer, "This field is required.");
        }
        bounded(text, max, pointer);
    }

    /** The same for a text that may be absent. */
    public static void bounded(String text, int max, String pointer) {
        if (text == null) {
            return;
        }
        if (text.isBlank()) {
            throw Failure.at(CommonFailure.INVALID_VALUE, pointer, "The text is blank: leave out what is not known.");
        }
        if (text.codePointCount(0, text.length()) > max) {
            throw Failure.at(CommonFailure.TEXT_TOO_LONG, pointer, "At most " + max + " characters are taken here.");
        }
    }

    /** A text in a given form. */
    public static void formed(String text, String pattern, String pointer, String message) {
        if (text != null && !text.matches(pattern)) {
            throw Failure.at(CommonFailure.INVALID_VALUE, pointer, message);
        }
    }
}
