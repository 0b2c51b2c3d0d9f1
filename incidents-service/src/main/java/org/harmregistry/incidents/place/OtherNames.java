package org.harmregistry.incidents.place;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.harmregistry.kit.words.ArabicSpelling;
import org.harmregistry.kit.words.SearchTerms;

/** Words of the other names of the place that a record is at. Asked for each imported row, so answers are kept. */
final class OtherNames {

    private static final int MOST_WORDS_OF_ONE = 40;
    private static final int MOST_KEPT = 4000;

    private final List<GazetteerEntry> entries;
    private final NameIndex index;
    private final Map<String, Integer> units = new HashMap<>();
    private final Map<Integer, List<String>> kept = new ConcurrentHashMap<>();

    OtherNames(List<GazetteerEntry> entries, NameIndex index) {
        this.entries = entries;
        this.index = index;
        for (int i = 0; i < entries.size(); i++) {
            if (entries.get(i).unit() != null) {
                units.put(entries.get(i).unit().code(), i);
            }
        }
    }

    List<String> termsFor(PlaceStated stated) {
        Set<String> terms = new LinkedHashSet<>();
        int place = stated.name() == null ? -1 : meant(stated);
        if (place >= 0) {
            terms.addAll(words(place));
        }
        for (String code : new String[] { stated.admin1(), stated.admin2() }) {
            Integer unit = code == null ? null : units.get(code);
            if (unit != null) {
                terms.addAll(words(unit));
            }
        }
        return List.copyOf(terms);
    }

    /** The entry most likely meant, or -1: of those that agree with all that is stated the weightiest. */
    private int meant(PlaceStated stated) {
        String key = PlaceName.key(stated.name());
        int best = -1;
        for (int number : key.isEmpty() ? List.<Integer> of() : index.find(key)) {
            GazetteerEntry entry = entries.get(number);
            if (stated.mayBe(entry) && (best < 0 || entry.weight() > entries.get(best).weight())) {
                best = number;
            }
        }
        return best;
    }

    private List<String> words(int number) {
        List<String> known = kept.get(number);
        if (known == null) {
            known = folded(entries.get(number));
            if (kept.size() < MOST_KEPT) {
                kept.put(number, known);
            }
        }
        return known;
    }

    /** Names in Arabic script come first: they are what a Latin name lacks; and the other way round by the main name. */
    private static List<String> folded(GazetteerEntry entry) {
        List<String> names = entry.allNames();
        List<String> ordered = new ArrayList<>(names.subList(0, 1));
        names.stream().filter(name -> ArabicSpelling.isArabic(name.charAt(0))).forEach(ordered::add);
        names.stream().filter(OtherNames::isLatin).forEach(ordered::add);
        List<String> words = SearchTerms.of(ordered.toArray(String[]::new));
        return List.copyOf(words.subList(0, Math.min(MOST_WORDS_OF_ONE, words.size())));
    }

    private static boolean isLatin(String name) {
        return name.charAt(0) < '\u0250';
    }
}
