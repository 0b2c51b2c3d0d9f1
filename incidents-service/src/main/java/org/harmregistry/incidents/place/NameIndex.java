package org.harmregistry.incidents.place;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ObjIntConsumer;

/** Keys of names in order, in one array of letters: tens of thousands of them in about one megabyte. */
final class NameIndex {

    private final char[] letters;
    /** Where each key begins, and behind the last one the end. */
    private final int[] starts;
    private final int[] entries;
    /** Which letters each key has, a bit each; two letters may share a bit. */
    private final int[] lettersOf;

    private NameIndex(List<Name> names) {
        starts = new int[names.size() + 1];
        entries = new int[names.size()];
        lettersOf = new int[names.size()];
        letters = new char[names.stream().mapToInt(name -> name.key.length()).sum()];
        for (int i = 0; i < entries.length; i++) {
            String key = names.get(i).key;
            key.getChars(0, key.length(), letters, starts[i]);
            starts[i + 1] = starts[i] + key.length();
            entries[i] = names.get(i).entry;
            lettersOf[i] = lettersOf(key);
        }
    }

    /** Numbers of the entries that bear a name with this key. */
    List<Integer> find(String key) {
        int low = 0;
        int high = entries.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (compare(middle, key) < 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        List<Integer> found = new ArrayList<>();
        for (int i = low; i < entries.length && compare(i, key) == 0; i++) {
            found.add(entries[i]);
        }
        return found;
    }

    private int compare(int at, String key) {
        int length = starts[at + 1] - starts[at];
        int common = Math.min(length, key.length());
        for (int i = 0; i < common; i++) {
            int difference = letters[starts[at] + i] - key.charAt(i);
            if (difference != 0) {
                return difference;
            }
        }
        return length - key.length();
    }

    /** Tells the entries with names spelt alike, with thousandths of likeness; an entry as often as it has such names. */
    void similar(String key, double least, ObjIntConsumer<Integer> found) {
        SpellingDistance distance = new SpellingDistance(key);
        int asked = lettersOf(key);
        for (int i = 0; i < entries.length; i++) {
            int from = starts[i];
            int to = starts[i + 1];
            if (SpellingDistance.mayBeLike(key.length(), to - from, asked ^ lettersOf[i], least)
                    && SpellingDistance.beginAlike(key.charAt(0), letters[from])) {
                double similarity = distance.similarity(letters, from, to, least);
                if (similarity > 0) {
                    found.accept(entries[i], (int) (similarity * 1000));
                }
            }
        }
    }

    private static int lettersOf(String key) {
        int bits = 0;
        for (int i = 0; i < key.length(); i++) {
            bits |= 1 << (key.charAt(i) & 31);
        }
        return bits;
    }

    private record Name(String key, int entry) {
    }

    /** Collects names. */
    static final class Builder {

        private final List<Name> names = new ArrayList<>();

        void add(String key, int entry) {
            if (!key.isEmpty()) {
                names.add(new Name(key, entry));
            }
        }

        NameIndex build() {
            names.sort(Comparator.comparing(Name::key).thenComparingInt(Name::entry));
            return new NameIndex(names.stream().distinct().toList());
        }
    }
}
