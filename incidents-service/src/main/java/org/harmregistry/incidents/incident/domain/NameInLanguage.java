package org.harmregistry.incidents.incident.domain;

/**
 * A name in a language.
 *
 * @param language tag of BCP 47, such as {@code ar}
 * @param name the name, at most 200 characters
 */
public record NameInLanguage(String language, String name) {

    public NameInLanguage {
        TextInLanguage.requireLanguage(language);
        Bounds.text(Bounds.required(name, "/name"), 200, "/name");
    }
}
