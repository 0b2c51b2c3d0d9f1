package org.harmregistry.reports.page;

import org.harmregistry.reports.wording.Wording;

/**
 * What all pages have in common.
 *
 * @param wording the page's language
 * @param style the style sheet, trusted
 * @param title the page's title
 */
public record Frame(Wording wording, String style, String title) {

    public String language() {
        return wording.language();
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
