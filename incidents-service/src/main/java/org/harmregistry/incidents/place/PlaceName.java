package org.harmregistry.incidents.place;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

import org.harmregistry.kit.words.FoldedWords;

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

    /** What people add to a settlement's name without making another name of it, folded. */
    private static final Set<String> QUALIFIERS = Set.of("near", "town", "citi", "vilage", "of",
            "\u0645\u062f\u064a\u0646\u0647", "\u0642\u0631\u064a\u0647", "\u0628\u0644\u062f\u0647");
    /** Those of them that say that a settlement is meant, not the area that bears its name. */
    private static final Set<String> SETTLEMENTS = Set.of("town", "citi", "vilage", "\u0645\u062f\u064a\u0646\u0647",
            "\u0642\u0631\u064a\u0647", "\u0628\u0644\u062f\u0647");

    private PlaceName() {
    }

    /**
     * The name in the form in which names are the same however they were transliterated: {@code Ar Raqqah town} and
     * {@code al-Raqqa}, {@code Tal Afar} and {@code Tallafar} have one key. Empty if the name has no letter or digit.
     */
    public static String key(String name) {
        return keyOf(FoldedWords.of(name));
    }

    /** Whether a name says that it is a settlement's. */
    static boolean saysSettlement(String name) {
        return FoldedWords.of(name).stream().anyMatch(SETTLEMENTS::contains);
    }

    /** How alike two names are spelt, from 0 to 1; 1 if they have one key. */
    public static double likeness(String one, String other) {
        return SpellingDistance.similarity(key(one), key(other));
    }

    /** The name's letters and digits alone, without marks, in lower case: closer to what was written than the key. */
    static String letters(String name) {
        String text = Normalizer.normalize(name, Normalizer.Form.NFKD);
        StringBuilder letters = new StringBuilder(text.length());
        text.codePoints().filter(Character::isLetterOrDigit).map(Character::toLowerCase)
                .filter(letter -> Character.getType(letter) != Character.MODIFIER_LETTER).forEach(letters::appendCodePoint);
        return letters.toString();
    }

    static String keyOf(List<String> words) {
        StringBuilder key = new StringBuilder();
        boolean named = words.stream().anyMatch(word -> !QUALIFIERS.contains(word));
        for (String word : words) {
            if (!named || !QUALIFIERS.contains(word)) {
                boolean doubled = !key.isEmpty() && key.charAt(key.length() - 1) == word.charAt(0)
                        && Character.isLetter(word.charAt(0));
                key.append(word, doubled ? 1 : 0, word.length());
            }
        }
        return key.toString();
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
