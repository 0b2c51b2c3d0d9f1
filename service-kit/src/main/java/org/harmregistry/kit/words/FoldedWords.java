package org.harmregistry.kit.words;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * Parts a text into words and folds each, so that spellings of one word in Latin or Arabic script become equal. Works letter by
 * letter, since it runs for every text of every imported row.
 */
public final class FoldedWords {

    /** The Arabic article in Latin letters, also assimilated to the letter that follows it. */
    private static final Set<String> ARTICLES = Set.of("al", "el", "ul", "ar", "er", "as", "es", "at", "et", "ad", "ed", "an",
            "en", "az", "ez", "uz", "ash", "esh", "ath", "eth", "adh", "edh");
    private static final String APOSTROPHES = "'`\u00b4\u2018\u2019\u201b\u2032\u02b9\u02bb\u02bc\u02bd\u02be\u02bf\u055a";

    private final Collection<String> found;
    private final StringBuilder word = new StringBuilder();
    /** An article waits for the word that it belongs to; at a text's end it is a word like others. */
    private String article;

    private FoldedWords(Collection<String> found) {
        this.found = found;
    }

    /** Adds a text's words in their order. */
    public static void add(String text, Collection<String> found) {
        if (text != null) {
            new FoldedWords(found).read(decomposed(text));
        }
    }

    /** The words in their order, equal ones as often as they stand there. */
    public static List<String> of(String text) {
        List<String> words = new ArrayList<>();
        add(text, words);
        return words;
    }

    private static String decomposed(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= '\u0080') {
                return Normalizer.normalize(text, Normalizer.Form.NFKD);
            }
        }
        return text;
    }

    private void read(String text) {
        for (int at = 0; at < text.length(); at++) {
            char letter = text.charAt(at);
            if (letter < '\u0080' ? isAsciiLetterOrDigit(letter) : isLetterOrDigit(text, at)) {
                write(letter);
            } else if (isPossessive(text, at)) {
                at++;
                end();
            } else if (!isSilent(letter)) {
                end();
            }
        }
        end();
        if (article != null) {
            found.add(article);
        }
    }

    private static boolean isAsciiLetterOrDigit(char letter) {
        return letter >= 'a' && letter <= 'z' || letter >= 'A' && letter <= 'Z' || letter >= '0' && letter <= '9';
    }

    /** Half of a letter outside the basic plane counts with the whole; half of none is no letter. */
    private static boolean isLetterOrDigit(String text, int at) {
        char letter = text.charAt(at);
        if (Character.isLowSurrogate(letter) && at > 0 && Character.isHighSurrogate(text.charAt(at - 1))) {
            return Character.isLetterOrDigit(text.codePointAt(at - 1));
        }
        return !isSilent(letter) && Character.isLetterOrDigit(text.codePointAt(at));
    }

    /** Marks, tatweel, joiners and the many signs for ayn and hamza stand within a word and are not written. */
    private static boolean isSilent(char letter) {
        if (letter < '\u0080') {
            return letter == '\'' || letter == '`';
        }
        int type = Character.getType(letter);
        return letter == '\u0640' || type == Character.NON_SPACING_MARK || type == Character.FORMAT
                || APOSTROPHES.indexOf(letter) >= 0;
    }

    /** "Raqqa's" is about Raqqa. */
    private boolean isPossessive(String text, int at) {
        return word.length() > 1 && APOSTROPHES.indexOf(text.charAt(at)) >= 0 && at + 1 < text.length()
                && Character.toLowerCase(text.charAt(at + 1)) == 's'
                && (at + 2 == text.length() || !Character.isLetterOrDigit(text.charAt(at + 2)));
    }

    private void write(char letter) {
        if (letter < '\u0080') {
            word.append(letter >= 'A' && letter <= 'Z' ? (char) (letter + 32) : letter);
            return;
        }
        char small = Character.toLowerCase(letter);
        switch (small) {
            case '\u0131' -> word.append('i');
            case '\u00f8' -> word.append('o');
            case '\u0142' -> word.append('l');
            case '\u0111', '\u00f0' -> word.append('d');
            case '\u0127' -> word.append('h');
            case '\u0259' -> word.append('a');
            case '\u00df' -> word.append("ss");
            case '\u00e6' -> word.append("ae");
            case '\u0153' -> word.append("oe");
            default -> word.append(digit(small));
        }
    }

    /** Digits of any script are the same digits. */
    private static char digit(char letter) {
        int value = Character.isDigit(letter) ? Character.digit(letter, 10) : -1;
        return value < 0 ? letter : (char) ('0' + value);
    }

    private void end() {
        if (word.isEmpty()) {
            return;
        }
        String folded = folded();
        boolean mayBeArticle = word.length() <= 3 && ARTICLES.contains(word.toString());
        word.setLength(0);
        if (mayBeArticle) {
            article = folded;
        } else if (!folded.isEmpty()) {
            article = null;
            found.add(folded);
        }
    }

    private String folded() {
        char first = word.charAt(0);
        if (first < '\u0080') {
            return LatinSpelling.folded(word);
        }
        return ArabicSpelling.isArabic(first) ? ArabicSpelling.folded(word) : word.toString();
    }
}
