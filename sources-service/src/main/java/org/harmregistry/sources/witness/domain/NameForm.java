package org.harmregistry.sources.witness.domain;

import java.text.Normalizer;
import java.util.Locale;

/** The form in which names are compared: without marks, case, ornaments and the spellings of one Arabic letter. */
final class NameForm {

    private NameForm() {
    }

    static String of(String name) {
        String plain = Normalizer.normalize(name, Normalizer.Form.NFKD)
                .replaceAll("[\\p{M}\\u0640]", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[\\u0622\\u0623\\u0625\\u0671]", "\u0627")
                .replace('\u0649', '\u064a')
                .replace('\u0629', '\u0647');
        return plain.replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
    }
}
