package org.harmregistry.incidents.record;

import org.harmregistry.incidents.place.PlaceName;
import org.harmregistry.kit.words.SearchTerms;

/** Names of areas as they are compared; a record may name none. */
public final class AreaName {

    private AreaName() {
    }

    /**
     * The name in the form in which names of areas are compared, or {@code null} if there is none: however it was
     * transliterated,
     * but with words such as city or governorate, which tell areas apart.
     */
    public static String normalised(String name) {
        if (name == null) {
            return null;
        }
        String words = String.join(" ", SearchTerms.of(name));
        return words.isEmpty() ? PlaceName.normalised(name) : words;
    }
}
