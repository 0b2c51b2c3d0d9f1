package org.harmregistry.incidents.incident.domain;

import java.util.regex.Pattern;

/**
 * Title and summary in another language.
 *
 * @param language tag of BCP 47, such as {@code ar}
 * @param title at most 500 characters
 * @param summary at most 20,000 characters
 */
public record TextInLanguage(String language, String title, String summary) {

    private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}");

    public TextInLanguage {
        requireLanguage(language);
        Bounds.text(title, IncidentContent.MAX_TITLE, "/title");
        Bounds.text(summary, IncidentContent.MAX_SUMMARY, "/summary");
    }

    static void requireLanguage(String language) {
        Bounds.form(Bounds.required(language, "/language"), LANGUAGE, "/language",
                "A language is written as a tag such as ar.");
    }
}
