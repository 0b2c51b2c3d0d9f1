package org.harmregistry.sources.duplicate.domain;

import java.text.Normalizer;
import java.util.Locale;

/**
 * What is left of a text when all is taken away in which copies of one text differ: case, punctuation, spacing, compatibility
 * forms (NFKC), marks on letters, and the spellings that Arabic writers use for one another.
 */
final class PlainWording {

    /** More than any article or statement has; what lies behind is not compared. */
    private static final int MOST = 200_000;
    private static final int TATWEEL = 'ـ';

    private PlainWording() {
    }

    static String of(String text) {
        String bounded = text.length() > MOST ? text.substring(0, MOST) : text;
        String decomposed = Normalizer.normalize(bounded, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
        StringBuilder plain = new StringBuilder(decomposed.length());
        boolean gap = false;
        for (int i = 0; i < decomposed.length();) {
            int letter = folded(decomposed.codePointAt(i));
            i += Character.charCount(decomposed.codePointAt(i));
            if (Character.isLetterOrDigit(letter) && letter != TATWEEL) {
                if (gap && !plain.isEmpty()) {
                    plain.append(' ');
                }
                plain.appendCodePoint(letter);
                gap = false;
            } else if (!isMark(letter)) {
                gap = true;
            }
        }
        return plain.toString();
    }

    /** Marks of vowels and accents, and the stroke that only stretches a word. */
    private static boolean isMark(int letter) {
        int type = Character.getType(letter);
        return type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK || type == Character.FORMAT
                || letter == TATWEEL;
    }

    private static int folded(int letter) {
        return switch (letter) {
            case 'ى', 'ی' -> 'ي';
            case 'ة' -> 'ه';
            case 'ک' -> 'ك';
            case 'ٱ' -> 'ا';
            case TATWEEL -> TATWEEL;
            default -> Character.isDigit(letter) ? '0' + Character.digit(letter, 10) : letter;
        };
    }
}
