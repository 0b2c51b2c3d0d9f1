package org.harmregistry.reports.page;

import java.util.List;
import java.util.Map;

import org.harmregistry.reports.wording.Bidi;
import org.harmregistry.reports.wording.Wording;

/**
 * What all pages have in common.
 *
 * @param wording the page's language
 * @param style the style sheet, trusted
 * @param title the page's title
 * @param others the same page in other languages
 */
public record Frame(Wording wording, String style, String title, List<LanguageLink> others) {

    public Frame {
        others = List.copyOf(others);
    }

    /** A page that there is in one language only. */
    public Frame(Wording wording, String style, String title) {
        this(wording, style, title, List.of());
    }

    /**
     * @param language the other language, ISO 639
     * @param name its own name
     * @param direction how it is written
     * @param href where the page is in it
     */
    public record LanguageLink(String language, String name, String direction, String href) {

        static LanguageLink of(Wording other, String path) {
            return new LanguageLink(other.language(), other.languageName(), other.direction(), path);
        }
    }

    public String language() {
        return wording.language();
    }

    public String direction() {
        return wording.direction();
    }

    /**
     * How a text of a cell is written: one that keeps names apart is a sentence of the page. HTML would take its direction from
     * the first letter of such a name.
     */
    public String directionOf(String text) {
        return Bidi.keepsApart(text) ? direction() : "auto";
    }

    /** The first page in this language. */
    public String home() {
        return "/" + query();
    }

    /** The page on which incidents are searched for, in this language. */
    public String search() {
        return "/incidents" + query();
    }

    /** What the address of a page ends with that there is in every language. */
    public String query() {
        return PageLanguages.query(language(), Map.of());
    }

    /** The same page in another style. */
    Frame styled(String other) {
        return new Frame(wording, other, title, others);
    }

    /** A text of the page. */
    public String t(String key) {
        return wording.text(key);
    }

    /** A text with one argument. */
    public String t(String key, Object argument) {
        return wording.text(key, argument);
    }
}
