package org.harmregistry.local.loader;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

import org.harmregistry.local.loader.client.RecordResult;
import org.harmregistry.local.loader.client.Result;

/** Counts what became of the records, by kind. */
final class Summary {

    private final Map<String, Map<Result, Integer>> kinds = new LinkedHashMap<>();

    synchronized void add(String kind, RecordResult result) {
        kinds.computeIfAbsent(kind, none -> new EnumMap<>(Result.class)).merge(result.result(), 1, Integer::sum);
    }

    synchronized int count(Result result) {
        return kinds.values().stream().mapToInt(counts -> counts.getOrDefault(result, 0)).sum();
    }

    /** A table with a line for each kind, and what it comes to. */
    synchronized List<String> lines(String elapsed) {
        Stream<String> head = Stream
                .of(String.format(Locale.ROOT, "%-14s %9s %9s %9s %9s", "loaded", "created", "updated", "unchanged",
                        "refused"));
        Stream<String> table = kinds.entrySet().stream().map(kind -> row(kind.getKey(), kind.getValue()));
        return Stream.of(head, table, Stream.of(verdict(elapsed))).flatMap(lines -> lines).toList();
    }

    private static String row(String kind, Map<Result, Integer> counts) {
        return String.format(Locale.ROOT, "%-14s %9d %9d %9d %9d", kind, counts.getOrDefault(Result.CREATED, 0),
                counts.getOrDefault(Result.UPDATED, 0), counts.getOrDefault(Result.UNCHANGED, 0),
                counts.getOrDefault(Result.REFUSED, 0));
    }

    private String verdict(String elapsed) {
        int refused = count(Result.REFUSED);
        if (refused > 0) {
            return refused + " refused, shown above; the rest is in, after " + elapsed;
        }
        int changed = count(Result.CREATED) + count(Result.UPDATED);
        return changed == 0
                ? "nothing changed: all " + count(Result.UNCHANGED) + " records were there already, after " + elapsed
                : changed + " records created or updated, " + count(Result.UNCHANGED) + " unchanged, after " + elapsed;
    }
}
