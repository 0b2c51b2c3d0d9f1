package org.harmregistry.kit.words;

/** One form for the spellings of a word in Arabic script: letters written alike are unified, the article is left out. */
public final class ArabicSpelling {

    private static final char ALEF = '\u0627';
    private static final char LAM = '\u0644';
    /** And, in, so, like: written as one word with what follows. */
    private static final String PARTICLES = "\u0648\u0628\u0641\u0643";

    private ArabicSpelling() {
    }

    /** True if a letter is of Arabic script. */
    public static boolean isArabic(char letter) {
        return letter >= '\u0600' && letter <= '\u06ff' || letter >= '\u0750' && letter <= '\u077f';
    }

    /** The word's common form; the word is decomposed (NFKD) and has no marks. */
    static String folded(CharSequence word) {
        StringBuilder out = new StringBuilder(word.length());
        for (int i = 0; i < word.length(); i++) {
            char letter = unified(word.charAt(i));
            if (letter != 0) {
                out.append(letter);
            }
        }
        return out.substring(articleLength(out));
    }

    private static char unified(char letter) {
        return switch (letter) {
            // Hamza alone is set or left out at will.
            case '\u0621' -> 0;
            case '\u0671' -> ALEF;
            case '\u0629', '\u06c1', '\u06be', '\u06c3', '\u06d5' -> '\u0647';
            case '\u0649', '\u06cc', '\u06cd', '\u06d0', '\u06d2' -> '\u064a';
            case '\u06a9', '\u06aa' -> '\u0643';
            default -> letter;
        };
    }

    private static int articleLength(StringBuilder word) {
        if (word.length() >= 4 && word.charAt(0) == ALEF && word.charAt(1) == LAM) {
            return 2;
        }
        if (word.length() >= 5 && word.charAt(0) == LAM && word.charAt(1) == LAM) {
            return 2;
        }
        boolean joined = word.length() >= 6 && PARTICLES.indexOf(word.charAt(0)) >= 0 && word.charAt(1) == ALEF
                && word.charAt(2) == LAM;
        return joined ? 3 : 0;
    }
}
