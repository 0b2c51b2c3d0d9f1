package org.harmregistry.incidents.duplicate.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Whether two names may be one, written by different people: words in another order, a word left out, letters mistaken or run
 * together. Spellings by different transliterations are made alike by {@link FoldedWords} before.
 */
final class NameLikeness {

    /** From here on two names are taken to be one. */
    static final double SAME = 0.9;

    private static final double SAME_WORD = 0.87;
    private static final double WORD_LEFT_OUT = 0.04;
    private static final double OTHER_VOWELS = 0.97;
    private static final double OTHER_SCRIPT = 0.95;

    private static final Pattern SERVANT = Pattern.compile("^abd[aeu]l?(?=..)");

    private final FoldedWords words;

    NameLikeness(FoldedWords words) {
        this.words = words;
    }

    /** The folded words of a name; "Abd" and what it serves are one word, as in Abdalrahman, Abd al-Rahman. */
    List<String> words(String name) {
        List<String> found = new ArrayList<>();
        String before = "";
        for (String word : words.of(name)) {
            if (!before.equals("abd")) {
                found.add(SERVANT.matcher(word).replaceFirst("abd"));
            } else {
                found.set(found.size() - 1, SERVANT.matcher("abd" + word).replaceFirst("abd"));
            }
            before = word;
        }
        return found;
    }

    boolean same(String one, String other) {
        return of(words(one), words(other)) >= SAME;
    }

    /** From 0 to 1. */
    double of(List<String> one, List<String> other) {
        if (one.isEmpty() || other.isEmpty()) {
            return 0;
        }
        return Math.max(byWords(one, other), runTogether(one, other));
    }

    /** Spaces may stand elsewhere: "Tal Afar", "Tallafar". */
    private static double runTogether(List<String> one, List<String> other) {
        if (one.size() == other.size() && one.size() == 1) {
            return 0;
        }
        String whole = NameSound.vowelsByKind(String.join("", one));
        return whole.equals(NameSound.vowelsByKind(String.join("", other))) ? OTHER_VOWELS : 0;
    }

    /** Each word of the shorter name is looked for in the longer one; a single word is not enough to know a person by. */
    private static double byWords(List<String> one, List<String> other) {
        boolean oneFirst = one.size() < other.size()
                || one.size() == other.size() && String.join(" ", one).compareTo(String.join(" ", other)) <= 0;
        List<String> shorter = oneFirst ? one : other;
        List<String> open = new ArrayList<>(oneFirst ? other : one);
        if (shorter.size() == 1 && open.size() > 1) {
            return 0;
        }
        double sum = 0;
        for (String word : shorter) {
            double likeness = takeLikest(word, open);
            if (likeness < SAME_WORD) {
                return 0;
            }
            sum += likeness;
        }
        return Math.max(0, sum / shorter.size() - WORD_LEFT_OUT * open.size());
    }

    private static double takeLikest(String word, List<String> open) {
        int best = 0;
        double likeness = -1;
        for (int i = 0; i < open.size(); i++) {
            double found = letters(word, open.get(i));
            if (found > likeness) {
                likeness = found;
                best = i;
            }
        }
        open.remove(best);
        return likeness;
    }

    /** Likeness of two words: as they are written, or as they sound where transliterations differ. */
    static double letters(String one, String other) {
        if (one.equals(other)) {
            return 1;
        }
        if (NameSound.isArabic(one) != NameSound.isArabic(other)) {
            String sound = NameSound.consonants(one);
            return sound.length() > 1 && sound.equals(NameSound.consonants(other)) ? OTHER_SCRIPT : 0;
        }
        boolean sameSound = NameSound.vowelsByKind(one).equals(NameSound.vowelsByKind(other));
        return sameSound ? OTHER_VOWELS : jaroWinkler(one, other);
    }

    /** By Jaro (1989), with Winkler's bonus for a common beginning of up to four letters (1990). */
    private static double jaroWinkler(String one, String other) {
        double jaro = jaro(one, other);
        int common = 0;
        while (common < 4 && common < one.length() && common < other.length() && one.charAt(common) == other.charAt(common)) {
            common++;
        }
        return jaro + common * 0.1 * (1 - jaro);
    }

    private static double jaro(String one, String other) {
        int reach = Math.max(0, Math.max(one.length(), other.length()) / 2 - 1);
        boolean[] taken = new boolean[other.length()];
        StringBuilder found = new StringBuilder();
        for (int i = 0; i < one.length(); i++) {
            for (int j = Math.max(0, i - reach); j < Math.min(other.length(), i + reach + 1); j++) {
                if (!taken[j] && one.charAt(i) == other.charAt(j)) {
                    taken[j] = true;
                    found.append(one.charAt(i));
                    break;
                }
            }
        }
        double matches = found.length();
        if (matches == 0) {
            return 0;
        }
        int swapped = 0;
        for (int j = 0, i = 0; j < other.length(); j++) {
            if (taken[j] && other.charAt(j) != found.charAt(i++)) {
                swapped++;
            }
        }
        return (matches / one.length() + matches / other.length() + (matches - swapped / 2.0) / matches) / 3;
    }
}
