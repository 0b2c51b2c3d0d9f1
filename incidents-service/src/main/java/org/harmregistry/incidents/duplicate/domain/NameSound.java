package org.harmregistry.incidents.duplicate.domain;

import java.util.Map;

/**
 * How a folded word of a name sounds, coarsely: what transliterations of Arabic write differently is made one. Arabic script
 * writes no short vowels, so across scripts consonants alone are compared.
 */
final class NameSound {

    /** Consonants of Arabic letters as Latin transliteration writes them; alef, waw and ya are vowels within a word. */
    private static final Map<Character, String> ARABIC = Map.ofEntries(
            Map.entry('\u0628', "b"), Map.entry('\u062a', "t"), Map.entry('\u062b', "t"), Map.entry('\u062c', "j"),
            Map.entry('\u062d', "h"), Map.entry('\u062e', "k"), Map.entry('\u062f', "d"), Map.entry('\u0630', "d"),
            Map.entry('\u0631', "r"), Map.entry('\u0632', "z"), Map.entry('\u0633', "s"), Map.entry('\u0634', "s"),
            Map.entry('\u0635', "s"), Map.entry('\u0636', "d"), Map.entry('\u0637', "t"), Map.entry('\u0638', "z"),
            Map.entry('\u063a', "g"), Map.entry('\u0641', "f"), Map.entry('\u0642', "k"), Map.entry('\u0643', "k"),
            Map.entry('\u0644', "l"), Map.entry('\u0645', "m"), Map.entry('\u0646', "n"), Map.entry('\u0647', "h"));

    private NameSound() {
    }

    static boolean isArabic(String word) {
        return !word.isEmpty() && Character.UnicodeScript.of(word.codePointAt(0)) == Character.UnicodeScript.ARABIC;
    }

    /** The word with its vowels by kind: a and e, i and y, o and u are each heard alike. */
    static String vowelsByKind(String word) {
        StringBuilder sound = new StringBuilder(word.length());
        String plain = word.replace("ph", "f").replace("q", "k").replace("dj", "j");
        for (int i = 0; i < plain.length(); i++) {
            char letter = plain.charAt(i);
            sound.append(switch (letter) {
                case 'e' -> 'a';
                case 'y' -> 'i';
                case 'o', 'w' -> 'u';
                default -> letter;
            });
        }
        return sound.toString();
    }

    /** The consonants that both scripts write; a final h after a vowel is silent. */
    static String consonants(String word) {
        return isArabic(word) ? ofArabic(word) : ofLatin(word);
    }

    private static String ofArabic(String word) {
        StringBuilder sound = new StringBuilder(word.length());
        for (int i = 0; i < word.length(); i++) {
            boolean silent = word.charAt(i) == '\u0647' && i == word.length() - 1 && i > 1;
            sound.append(silent ? "" : ARABIC.getOrDefault(word.charAt(i), ""));
        }
        return sound.toString();
    }

    private static String ofLatin(String word) {
        String plain = word.replace("kh", "k").replace("gh", "g").replace("sh", "s").replace("th", "t").replace("dh", "d")
                .replace("ph", "f").replace('q', 'k').replace('c', 'k').replace('v', 'f').replace('p', 'b');
        return plain.replaceAll("[aeiouwy]", "");
    }
}
