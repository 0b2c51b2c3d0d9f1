package org.harmregistry.incidents.count.domain;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.harmregistry.incidents.incident.domain.CasualtyRange;

/**
 * The codebook of vague words, version {@value #VERSION}: the fewest people that a careful speaker means. No entry has an upper
 * end. Words that fit two entries ("hundreds of thousands"), a denial or a figure are not understood and do not count.
 */
public final class VagueNumbers {

    public static final String VERSION = "vague-numbers-1";

    public static final List<VagueNumber> ENTRIES = List.of(
            entry("couple", 2, List.of("a couple", "couple"), List.of("شخصان", "شخصين", "مدنيان", "مدنيين اثنين")),
            entry("some", 2, List.of("some", "a number", "a number of", "multiple"), List.of("بعض", "عدد", "عدد من")),
            entry("several", 3, List.of("several", "a few", "few", "a handful"), List.of("عدة", "بضعة")),
            entry("many", 5, List.of("many", "numerous"), List.of("العديد", "كثير", "كثيرون", "الكثير")),
            entry("dozen", 12, List.of("a dozen", "dozen"), List.of("دزينة")),
            entry("tens", 20, List.of("tens"), List.of("عشرات", "العشرات")),
            entry("dozens", 24, List.of("dozens"), List.of()),
            entry("scores", 40, List.of("scores"), List.of()),
            entry("hundreds", 200, List.of("hundreds"), List.of("مئات", "المئات")),
            entry("thousands", 2_000, List.of("thousands"), List.of("آلاف", "الآلاف")));

    private static final Set<String> DENIALS = Set.of("no", "not", "none", "never", "nobody", "without", "لا", "لم", "ليس",
            "دون", "بدون");
    private static final Pattern MARKS = Pattern.compile("[\\p{Mn}\u0640]");
    private static final Pattern ALEF = Pattern.compile("[\u0622\u0623\u0625\u0671]");
    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{Nd}]+");
    private static final Pattern FIGURE = Pattern.compile(".*\\p{Nd}.*");

    private VagueNumbers() {
    }

    private static VagueNumber entry(String key, int atLeast, List<String> english, List<String> arabic) {
        return new VagueNumber(key, english, arabic, new CasualtyRange(atLeast, null));
    }

    /** What words count as, if they are understood. */
    public static Optional<CasualtyRange> read(String words) {
        List<String> said = split(words);
        if (said.stream().anyMatch(word -> DENIALS.contains(word) || FIGURE.matcher(word).matches())) {
            return Optional.empty();
        }
        Set<VagueNumber> found = new HashSet<>();
        for (int at = 0; at < said.size();) {
            int length = 0;
            VagueNumber longest = null;
            for (VagueNumber entry : ENTRIES) {
                int fits = longestFit(entry, said, at);
                if (fits > length) {
                    length = fits;
                    longest = entry;
                }
            }
            if (longest != null) {
                found.add(longest);
            }
            at += Math.max(length, 1);
        }
        return found.size() == 1 ? Optional.of(found.iterator().next().counts()) : Optional.empty();
    }

    private static int longestFit(VagueNumber entry, List<String> said, int at) {
        return Stream.concat(entry.english().stream(), entry.arabic().stream()).map(VagueNumbers::split)
                .filter(words -> at + words.size() <= said.size() && said.subList(at, at + words.size()).equals(words))
                .mapToInt(List::size).max().orElse(0);
    }

    private static List<String> split(String text) {
        String plain = MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT)).replaceAll("");
        List<String> words = new ArrayList<>(List.of(BETWEEN.split(ALEF.matcher(plain).replaceAll("\u0627"))));
        words.removeIf(String::isEmpty);
        return words;
    }
}
