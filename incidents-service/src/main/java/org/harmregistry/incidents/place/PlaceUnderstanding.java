package org.harmregistry.incidents.place;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.harmregistry.kit.words.FoldedWords;

/** Finds what a name may mean: what bears it; else what bears it without its qualifiers; else what is spelt much like it. */
final class PlaceUnderstanding {

    private static final int MOST_PLACES = 10;
    private static final int MOST_KEYS = 200;
    private static final int SHORTEST_GUESSED = 4;
    /** Thousandths of likeness that a guess must reach, and by how much the best one may be missed. */
    private static final int LEAST_ALIKE = 850;
    private static final int AS_GOOD = 20;
    /** Words that say of which level the named area is, folded. */
    private static final Map<String, AdminLevel> LEVELS = Map.ofEntries(Map.entry("governorate", AdminLevel.ADMIN1),
            Map.entry("province", AdminLevel.ADMIN1), Map.entry("muhafaza", AdminLevel.ADMIN1),
            Map.entry("\u0645\u062d\u0627\u0641\u0638\u0647", AdminLevel.ADMIN1), Map.entry("district", AdminLevel.ADMIN2),
            Map.entry("\u0645\u0646\u0637\u0642\u0647", AdminLevel.ADMIN2), Map.entry("subdistrict", AdminLevel.ADMIN3),
            Map.entry("nahia", AdminLevel.ADMIN3), Map.entry("\u0646\u0627\u062d\u064a\u0647", AdminLevel.ADMIN3));

    private final List<GazetteerEntry> entries;
    private final NameIndex index;

    PlaceUnderstanding(List<GazetteerEntry> entries, NameIndex index) {
        this.entries = entries;
        this.index = index;
    }

    PlaceQuery understand(String input, String country) {
        String key = PlaceName.key(input);
        if (key.isEmpty()) {
            return PlaceQuery.unknown(input);
        }
        List<GazetteerEntry> found = named(key, country,
                entry -> entry.place() != null || !PlaceName.saysSettlement(input));
        if (!found.isEmpty()) {
            return answer(input, key, Understanding.SAME_NAME, 1, found);
        }
        found = withoutLevel(input, country);
        if (found.isEmpty()) {
            found = beforeContext(input, country);
        }
        if (!found.isEmpty()) {
            return answer(input, key, Understanding.WITHOUT_QUALIFIER, 1, found);
        }
        return alike(input, key, country);
    }

    private List<GazetteerEntry> named(String key, String country, Predicate<GazetteerEntry> wanted) {
        return index.find(key).stream().map(entries::get).filter(entry -> isIn(entry, country)).filter(wanted).toList();
    }

    private static boolean isIn(GazetteerEntry entry, String country) {
        return country == null || country.equals(entry.country());
    }

    /** "Hama Province" means the governorate alone, although a city bears the name. */
    private List<GazetteerEntry> withoutLevel(String input, String country) {
        List<String> words = FoldedWords.of(input);
        AdminLevel level = null;
        List<String> name = new ArrayList<>();
        for (String word : words) {
            AdminLevel said = LEVELS.get(word);
            level = said == null ? level : said;
            if (said == null) {
                name.add(word);
            }
        }
        AdminLevel wanted = level;
        return wanted == null || name.isEmpty() ? List.of()
                : named(PlaceName.keyOf(name), country, entry -> entry.unit() != null && entry.unit().level() == wanted);
    }

    /** "Tikrit, Iraq" and "Hit in Al Anbar Province" name a place and where it lies. */
    private List<GazetteerEntry> beforeContext(String input, String country) {
        int end = input.indexOf(',');
        int length = 1;
        if (end < 0) {
            end = input.indexOf(" in ");
            length = 4;
        }
        if (end <= 0) {
            return List.of();
        }
        String context = PlaceName.key(input.substring(end + length));
        List<String> countries = named(context, country, GazetteerEntry::isCountry).stream().map(GazetteerEntry::country)
                .toList();
        String key = PlaceName.key(input.substring(0, end));
        return key.isEmpty() ? List.of() : named(key, countries.isEmpty() ? country : countries.get(0), any -> true);
    }

    /** A governorate's formal name isn't the name of its capital, although the governorate bears that name, too. */
    private static boolean saysLevel(String name) {
        return FoldedWords.of(name).stream().anyMatch(LEVELS::containsKey);
    }

    private PlaceQuery alike(String input, String key, String country) {
        if (key.length() < SHORTEST_GUESSED) {
            return PlaceQuery.unknown(input);
        }
        Map<Integer, Integer> likeness = new HashMap<>();
        index.similar(key, LEAST_ALIKE / 1000.0, (entry, alike) -> {
            if (isIn(entries.get(entry), country)) {
                likeness.merge(entry, alike, Math::max);
            }
        });
        if (comesFromElsewhere(key)) {
            index.find(key.substring(0, key.length() - 1)).forEach(likeness::remove);
        }
        if (likeness.isEmpty()) {
            return PlaceQuery.unknown(input);
        }
        int best = likeness.values().stream().mapToInt(Integer::intValue).max().getAsInt();
        List<GazetteerEntry> found = likeness.entrySet().stream().filter(each -> each.getValue() >= best - AS_GOOD)
                .sorted(Map.Entry.comparingByKey()).map(each -> entries.get(each.getKey())).toList();
        return answer(input, key, Understanding.SIMILAR_SPELLING, best / 1000.0, found);
    }

    /** With an i at its end a name means what comes from there: al-Baghdadi is a town of its own, far from Baghdad. */
    private static boolean comesFromElsewhere(String key) {
        return key.endsWith("i") || key.endsWith("\u064a");
    }

    private PlaceQuery answer(String input, String key, Understanding how, double score, List<GazetteerEntry> found) {
        List<GazetteerEntry> places = ranked(input, key, found);
        String country = found.stream().filter(GazetteerEntry::isCountry).map(GazetteerEntry::country).findFirst().orElse(null);
        return new PlaceQuery(input, PlaceName.normalised(input), how, score, country,
                PlaceName.saysSettlement(input) ? List.of() : units(found, places),
                places.stream().map(GazetteerEntry::place).toList(),
                how == Understanding.SIMILAR_SPELLING ? List.of(key) : keys(input, key, found, places));
    }

    /** What is written like the name, then what bears it as its main name, then what weighs most. */
    private static List<GazetteerEntry> ranked(String input, String key, List<GazetteerEntry> found) {
        String letters = PlaceName.letters(input);
        Set<GazetteerEntry> written = found.stream().filter(entry -> entry.isWritten(letters)).collect(Collectors.toSet());
        return found.stream().filter(entry -> entry.place() != null)
                .sorted(Comparator.comparing((GazetteerEntry entry) -> !written.contains(entry))
                        .thenComparing(entry -> !entry.bearsFirst(key))
                        .thenComparing(Comparator.comparingLong(GazetteerEntry::weight).reversed()))
                .limit(MOST_PLACES).toList();
    }

    /** Areas that bear the name, and those around the place meant that bear its main name: "Rakka" is no less than "Raqqa". */
    private List<AdminUnit> units(List<GazetteerEntry> found, List<GazetteerEntry> places) {
        Stream<GazetteerEntry> bearing = found.stream();
        if (!places.isEmpty()) {
            GazetteerPlace meant = places.get(0).place();
            bearing = Stream.concat(bearing, named(PlaceName.key(meant.name()), meant.country(), entry -> entry.unit() != null
                    && meant.admin1() != null && entry.unit().code().startsWith(meant.admin1())).stream());
        }
        return bearing.map(GazetteerEntry::unit).filter(Objects::nonNull).distinct().toList();
    }

    /** A place that merely has the name among its others doesn't bring in its other names if a place has it first. */
    private static List<String> keys(String input, String key, List<GazetteerEntry> found, List<GazetteerEntry> places) {
        Set<String> keys = new LinkedHashSet<>(List.of(key));
        boolean level = saysLevel(input);
        boolean first = !places.isEmpty() && places.get(0).bearsFirst(key);
        for (GazetteerEntry entry : found) {
            if (entry.unit() != null || entry.isCountry() || places.contains(entry) && entry.bearsFirst(key) == first) {
                entry.allNames().stream().filter(name -> entry.unit() == null || saysLevel(name) == level).map(PlaceName::key)
                        .filter(name -> !name.isEmpty()).forEach(keys::add);
            }
        }
        return keys.stream().limit(MOST_KEYS).toList();
    }
}
