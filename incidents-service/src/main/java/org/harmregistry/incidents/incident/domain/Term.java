package org.harmregistry.incidents.incident.domain;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * A word of a controlled vocabulary. Everywhere outside the code it is written in lower case. Each vocabulary marks the
 * method as its JSON value itself: the API document is made from the vocabularies one by one.
 */
public interface Term {

    String name();

    default String term() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The word of a vocabulary that is written so. */
    static <T extends Enum<T> & Term> Optional<T> of(Class<T> vocabulary, String term) {
        return Arrays.stream(vocabulary.getEnumConstants()).filter(word -> word.term().equals(term)).findFirst();
    }
}
