package org.harmregistry.sources.citation.domain;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;

import org.harmregistry.kit.independence.Origins;
import org.harmregistry.sources.source.domain.Source;

/**
 * What is said of an incident, put side by side: as far as the reader may see the sources.
 *
 * @param incident the incident
 * @param sources how many sources are cited
 * @param independent how many of them speak with a voice of their own: a source that repeats another, or is the same
 *        publication, is not counted again
 * @param stances citations by how they speak of the incident
 * @param kinds sources by what they are
 * @param languages sources by language of the original, {@code unknown} where it is not
 * @param citations each citation with the number of its voice, from 1 in the order of the first source that has it
 */
public record CitationSummary(UUID incident, int sources, int independent, SortedMap<String, Integer> stances,
        SortedMap<String, Integer> kinds, SortedMap<String, Integer> languages, List<Voiced> citations) {

    private static final String UNKNOWN = "unknown";

    /**
     * A citation and with whose voice it speaks.
     *
     * @param voice the same number for sources that are not independent of one another
     */
    public record Voiced(ListedCitation cited, int voice) {
    }

    static CitationSummary of(UUID incident, List<ListedCitation> citations) {
        Map<UUID, Source> sources = new TreeMap<>();
        citations.forEach(each -> sources.put(each.source().id(), each.source()));
        Map<UUID, Integer> voices = voices(sources);
        return new CitationSummary(incident, sources.size(), (int) voices.values().stream().distinct().count(),
                tally(citations, each -> word(each.citation().stance())),
                tally(sources.values(), source -> word(source.content().kind())),
                tally(sources.values(), CitationSummary::language),
                citations.stream().sorted(Comparator.comparing(each -> each.citation().id()))
                        .map(each -> new Voiced(each, voices.get(each.source().id()))).toList());
    }

    private static Map<UUID, Integer> voices(Map<UUID, Source> sources) {
        Origins origins = new Origins();
        sources.values().forEach(source -> origins.add(source.id(), repeated(source), source.canonicalKey()));
        Map<Object, Integer> numbers = new HashMap<>();
        Map<UUID, Integer> voices = new HashMap<>();
        sources.keySet().forEach(source -> voices.put(source,
                numbers.computeIfAbsent(origins.voiceOf(source), first -> numbers.size() + 1)));
        return voices;
    }

    private static UUID repeated(Source source) {
        return source.content().independence() == null ? null : source.content().independence().repeats();
    }

    private static String language(Source source) {
        String tag = source.content().language();
        return tag == null ? UNKNOWN : tag;
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private static <T> SortedMap<String, Integer> tally(Iterable<T> values, Function<T, String> by) {
        SortedMap<String, Integer> tally = new TreeMap<>();
        values.forEach(value -> tally.merge(by.apply(value), 1, Integer::sum));
        return tally;
    }
}
