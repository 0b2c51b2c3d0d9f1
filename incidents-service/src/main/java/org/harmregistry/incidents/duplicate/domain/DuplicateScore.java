package org.harmregistry.incidents.duplicate.domain;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * How likely two records are of one incident, by {@link DuplicateRule}.
 *
 * @param score from 0 to 1; an order of candidates, no measured probability
 * @param explanation what speaks for it, the strongest first, such as {@code 120 m apart, same evening, 3 of 4 victims}
 * @param parts all findings, also those that speak against it
 */
public record DuplicateScore(double score, String explanation, List<ScorePart> parts) {

    private static final String NOTHING = "nothing in common but place or time";

    public DuplicateScore {
        parts = List.copyOf(parts);
    }

    /** Sums points up from a start: one point doubles the odds. */
    static DuplicateScore of(double start, List<ScorePart> parts) {
        double points = start + parts.stream().mapToDouble(ScorePart::points).sum();
        double score = 1 / (1 + Math.pow(2, -points));
        return new DuplicateScore((double) Math.round(score * 1000) / 1000, explanation(parts), parts);
    }

    /** Place and time come first, as people tell it; then the rest by weight. */
    private static String explanation(List<ScorePart> parts) {
        String text = parts.stream().filter(ScorePart::speaksFor)
                .sorted(Comparator.comparing((ScorePart part) -> part.kind().compareTo(ScorePartKind.TIME) > 0)
                        .thenComparing(part -> part.kind().compareTo(ScorePartKind.TIME) > 0 ? -part.points() : 0))
                .map(ScorePart::text).collect(Collectors.joining(", "));
        return text.isEmpty() ? NOTHING : text;
    }
}
