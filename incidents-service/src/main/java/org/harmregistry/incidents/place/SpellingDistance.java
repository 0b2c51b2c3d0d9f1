package org.harmregistry.incidents.place;

/**
 * How alike two keys of names are, from 0 to 1. An edit distance in which what transliteration and hearing confuse costs less:
 * a vowel for a vowel, a vowel more or less, s for z, q for k, two letters that changed places.
 */
final class SpellingDistance {

    private static final int WHOLE = 20;
    private static final int VOWEL_FOR_VOWEL = 7;
    /** The least that any change costs. */
    private static final int LEAST_CHANGE = 7;
    private static final int VOWEL_MORE_OR_LESS = 9;
    private static final int SIMILAR_LETTER = 9;
    private static final int CHANGED_PLACES = 12;
    private static final String VOWELS = "aeiouywh\u0627\u0648\u064a\u0647";
    private static final String FULL_VOWELS = "aeiou\u0627";
    /** Letters that stand for one sound, or for one Arabic letter, in some transliteration. */
    private static final String[] SIMILAR = { "qkgc", "szc", "dzt", "bpv", "fv", "jg", "tz", "dj", "vw" };

    private final String asked;
    private int[] beforeLast;
    private int[] last;
    private int[] current;

    SpellingDistance(String asked) {
        this.asked = asked;
        beforeLast = new int[asked.length() + 1];
        last = new int[asked.length() + 1];
        current = new int[asked.length() + 1];
    }

    static double similarity(String one, String other) {
        return new SpellingDistance(one).similarity(other.toCharArray(), 0, other.length(), 0);
    }

    /** 0 as soon as it is clear that the least similarity is not reached. */
    double similarity(char[] letters, int from, int to, double least) {
        int longest = Math.max(asked.length(), to - from);
        if (longest == 0) {
            return 1;
        }
        if (isFromTheOther(letters, from, to)) {
            return 0;
        }
        int most = (int) ((1 - least) * longest * WHOLE);
        start();
        for (int at = from; at < to; at++) {
            if (row(letters, from, at) > most) {
                return 0;
            }
        }
        return last[asked.length()] > most ? 0 : 1 - (double) last[asked.length()] / (longest * WHOLE);
    }

    /** With one i more at its end a name means what comes from there (al-Baghdadi, Baghdad). */
    private boolean isFromTheOther(char[] letters, int from, int to) {
        int common = Math.min(asked.length(), to - from);
        if (Math.abs(asked.length() - (to - from)) != 1) {
            return false;
        }
        char more = asked.length() > common ? asked.charAt(common) : letters[from + common];
        for (int i = 0; i < common; i++) {
            if (asked.charAt(i) != letters[from + i]) {
                return false;
            }
        }
        return more == 'i' || more == '\u064a';
    }

    private void start() {
        last[0] = 0;
        for (int i = 1; i <= asked.length(); i++) {
            last[i] = last[i - 1] + oneMore(asked.charAt(i - 1));
        }
    }

    /** One row of the usual table; returns its least cost. */
    private int row(char[] letters, int from, int at) {
        char letter = letters[at];
        current[0] = last[0] + oneMore(letter);
        int least = current[0];
        for (int i = 1; i <= asked.length(); i++) {
            char wanted = asked.charAt(i - 1);
            int cost = Math.min(last[i - 1] + change(wanted, letter),
                    Math.min(last[i] + oneMore(letter), current[i - 1] + oneMore(wanted)));
            if (i > 1 && at > from && wanted == letters[at - 1] && asked.charAt(i - 2) == letter) {
                cost = Math.min(cost, beforeLast[i - 2] + CHANGED_PLACES);
            }
            current[i] = cost;
            least = Math.min(least, cost);
        }
        int[] free = beforeLast;
        beforeLast = last;
        last = current;
        current = free;
        return least;
    }

    private static int oneMore(char letter) {
        return isVowel(letter) ? VOWEL_MORE_OR_LESS : WHOLE;
    }

    private static int change(char one, char other) {
        if (one == other) {
            return 0;
        }
        if (isVowel(one) && isVowel(other)) {
            return VOWEL_FOR_VOWEL;
        }
        return areSimilar(one, other) ? SIMILAR_LETTER : WHOLE;
    }

    /**
     * A cheap test that leaves few names: each letter more, and each letter that one name has and the other has not, costs
     * something; one change may account for two of the latter.
     */
    static boolean mayBeLike(int oneLength, int otherLength, int differentLetters, double least) {
        double most = (1 - least) * Math.max(oneLength, otherLength) * WHOLE;
        return Math.abs(oneLength - otherLength) * VOWEL_MORE_OR_LESS <= most
                && (Integer.bitCount(differentLetters) + 1) / 2 * LEAST_CHANGE <= most;
    }

    /** Whether a name that begins with one letter may be heard as beginning with the other. */
    static boolean beginAlike(char one, char other) {
        return one == other || FULL_VOWELS.indexOf(one) >= 0 && FULL_VOWELS.indexOf(other) >= 0 || areSimilar(one, other);
    }

    private static boolean areSimilar(char one, char other) {
        for (String letters : SIMILAR) {
            if (letters.indexOf(one) >= 0 && letters.indexOf(other) >= 0) {
                return true;
            }
        }
        return false;
    }

    private static boolean isVowel(char letter) {
        return VOWELS.indexOf(letter) >= 0;
    }
}
