package org.harmregistry.incidents.record;

import java.text.Normalizer;
import java.util.Locale;

/** Names of areas as they are compared. */
public final class AreaName {

    private AreaName() {
    }

    /** The name in one form (Unicode NFKC, lower case, single spaces), or {@code null} if there is none. */
    public static String normalised(String name) {
        if (name == null) {
            return null;
        }
        String text = Normalizer.normalize(name, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        return text.strip().replaceAll("\\s+", " ");
    }
}
