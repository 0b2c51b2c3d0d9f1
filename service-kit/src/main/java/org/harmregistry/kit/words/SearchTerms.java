package org.harmregistry.kit.words;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Words by which a record is found and asked for. Both sides are folded alike, so that a reader need not know how a name was
 * transliterated: {@code Siha} finds {@code Sihah}, and {@code Ar Raqqah}, {@code al-Raqqa} and {@code Raqqa} are one word.
 */
public final class SearchTerms {

    /** Most words that a record is found by where nothing else is said. */
    public static final int MOST = 400;
    private static final int SHORTEST = 2;
    private static final int LONGEST = 40;

    private SearchTerms() {
    }

    /** The distinct words of texts, folded, in the order met; {@code null} texts have none. Words of 2 to 40 letters count. */
    public static List<String> of(String... texts) {
        return of(MOST, texts);
    }

    /** The same for records that are found by another number of words at most. */
    public static List<String> of(int most, String... texts) {
        Set<String> terms = new LinkedHashSet<>();
        List<String> words = new ArrayList<>();
        for (String text : texts) {
            FoldedWords.add(text, words);
            for (String word : words) {
                if (terms.size() < most && word.length() >= SHORTEST && word.length() <= LONGEST) {
                    terms.add(word);
                }
            }
            words.clear();
        }
        return List.copyOf(terms);
    }

    /** The distinct words that a reader asks for. Operators and wildcards are plain text and part words only. */
    public static List<String> query(String q) {
        return of(q);
    }
}
