package org.harmregistry.incidents.place;

import java.util.ArrayList;
import java.util.List;

/** Words that records are found by. */
public final class SearchTerms {

    private SearchTerms() {
    }

    public static List<String> of(String... texts) {
        List<String> terms = new ArrayList<>();
        for (String text : texts) {
            if (text != null) {
                for (String word : PlaceName.normalised(text).split("[^\\p{L}\\p{N}]+")) {
                    if (word.length() >= 2 && word.length() <= 40 && !terms.contains(word)) {
                        terms.add(word);
                    }
                }
            }
        }
        return terms;
    }

    public static List<String> query(String q) {
        return of(q);
    }
}
