package org.harmregistry.incidents.place;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The form in which names of places are compared. Spellings that a reader takes for the same name become equal; nothing is
 * guessed beyond that.
 */
public final class PlaceName {

    /** Harakat, Koranic marks and tatweel: they are set or left out at will. */
    private static final Pattern ARABIC_MARKS = Pattern
            .compile("[\\u0610-\\u061a\\u0640\\u064b-\\u065f\\u0670\\u06d6-\\u06ed]");
    private static final Pattern ALEF = Pattern.compile("[\\u0622\\u0623\\u0625\\u0671]");
    private static final Pattern YA = Pattern.compile("[\\u0649\\u06cc]");
    private static final Pattern WHITE_SPACE = Pattern.compile("[\\s\\p{Z}]+");

    private PlaceName() {
    }

    /** The name in Unicode form NFKC, lower case, single spaces, with Arabic letters that are written alike unified. */
    public static String normalised(String name) {
        String text = Normalizer.normalize(name, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        text = ARABIC_MARKS.matcher(text).replaceAll("");
        text = ALEF.matcher(text).replaceAll("\u0627");
        text = YA.matcher(text).replaceAll("\u064a");
        text = text.replace('\u0629', '\u0647');
        return WHITE_SPACE.matcher(text).replaceAll(" ").strip();
    }
}
