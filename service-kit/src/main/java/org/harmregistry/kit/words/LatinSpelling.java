package org.harmregistry.kit.words;

/**
 * One form for the spellings of a Latin word that transliteration from Arabic makes alike: {@code Sihah} and {@code Siha},
 * {@code Dayr} and {@code Deir}, {@code Qayyarah} and {@code Qaiyara}. Vowels that differ in sound (Tal, Tel) stay apart; only
 * a comparison within a gazetteer can tell whether they are the same name.
 */
final class LatinSpelling {

    private LatinSpelling() {
    }

    /** The word's common form; the word is in lower case and has no marks. */
    static String folded(CharSequence word) {
        StringBuilder out = new StringBuilder(word.length());
        int at = 0;
        while (at < word.length()) {
            at += fold(word, at, out);
        }
        int last = out.length() - 1;
        if (last > 1 && out.charAt(last) == 'h' && isVowel(out.charAt(last - 1))) {
            out.setLength(last);
        }
        return out.toString();
    }

    /** Writes the sound at a position; returns how many letters it is written with. */
    private static int fold(CharSequence word, int at, StringBuilder out) {
        char letter = word.charAt(at);
        char next = letter(word, at + 1);
        if (letter == 'o' && (next == 'o' || next == 'u')) {
            append(out, 'u');
            return 2;
        }
        if (letter == 'e' && next == 'e') {
            append(out, 'i');
            return 2;
        }
        if (letter == 'i' && next == 'y') {
            append(out, 'i');
            return letter(word, at + 2) == 'y' ? 3 : 2;
        }
        if ((letter == 'a' || letter == 'e') && (next == 'i' || next == 'y')) {
            return glide(word, at, out);
        }
        boolean sounded = letter == 'y' && !isVowel(letter(word, at + 1));
        append(out, sounded ? 'i' : letter);
        return 1;
    }

    /** A diphthong (ay, ai, ey, ei) before a consonant is one sound; before a vowel its y is a consonant. */
    private static int glide(CharSequence word, int at, StringBuilder out) {
        char after = letter(word, at + 2);
        if (after == 'y') {
            append(out, word.charAt(at));
            append(out, 'y');
            return 3;
        }
        if (isVowel(after)) {
            append(out, word.charAt(at));
            append(out, 'y');
        } else {
            append(out, 'i');
        }
        return 2;
    }

    /** Doubled letters are one; doubled digits are two. */
    private static void append(StringBuilder out, char letter) {
        int length = out.length();
        if (length == 0 || out.charAt(length - 1) != letter || letter <= '9') {
            out.append(letter);
        }
    }

    private static char letter(CharSequence word, int at) {
        return at < word.length() ? word.charAt(at) : ' ';
    }

    private static boolean isVowel(char letter) {
        return letter == 'a' || letter == 'e' || letter == 'i' || letter == 'o' || letter == 'u';
    }
}
