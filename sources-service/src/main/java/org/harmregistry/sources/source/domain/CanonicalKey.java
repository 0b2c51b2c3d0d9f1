package org.harmregistry.sources.source.domain;

import java.text.Normalizer;
import java.util.Locale;

/**
 * What two records of the same publication have in common: its address, or else who published it, when, and under what title.
 */
final class CanonicalKey {

    private CanonicalKey() {
    }

    /** The key, or {@code null} where a source says too little to be told from others. */
    static String of(WebAddress url, String publisher, PublishedOn publishedOn, String title) {
        if (url != null) {
            return "url|" + url.canonical();
        }
        if (publisher == null) {
            return null;
        }
        Object date = publishedOn == null || publishedOn.date() == null ? "" : publishedOn.date();
        return "title|" + normalised(publisher) + "|" + date + "|" + normalised(title);
    }

    private static String normalised(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT).replaceAll("[\\s\\p{Z}]+", " ")
                .strip();
    }
}
