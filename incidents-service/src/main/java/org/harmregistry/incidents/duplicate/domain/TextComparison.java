package org.harmregistry.incidents.duplicate.domain;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.harmregistry.incidents.incident.domain.IncidentContent;
import org.harmregistry.incidents.incident.domain.TextInLanguage;

/** How many words two records' titles and summaries have in common, in the language in which they are most alike. */
final class TextComparison {

    private static final double AGREE = 4;
    private static final double DIFFER = 1;
    private static final double HARDLY_ANY = 0.15;
    private static final double MANY = 0.6;
    private static final int MOST_WORDS = 400;
    /** Words that stand in every other record tell none apart. */
    private static final String COMMON = """
            a an and after against at by during for from in into near of on or that the their to was were when where which with
            air airstrike airstrikes strike strikes raid raids bombing bombardment shelling attack attacks missile missiles
            artillery civilian civilians killed dead deaths injured wounded casualties people including reported reportedly
            alleged allegedly sources city town village neighbourhood neighborhood area
            في من على الى عن مع قصف غارة غارات جوية مقتل قتل جرح مدني مدنيين مدنيون طيران
            """;

    private final FoldedWords words;
    private final Set<String> common;

    TextComparison(FoldedWords words) {
        this.words = words;
        this.common = new HashSet<>(words.of(COMMON));
    }

    ScorePart of(ComparedIncident one, ComparedIncident other) {
        Likeness best = titles(one.content(), other.content());
        for (TextInLanguage text : one.content().texts()) {
            for (TextInLanguage otherText : other.content().texts()) {
                if (text.language().equals(otherText.language())) {
                    best = best.or(likeness(Stream.of(text.title(), text.summary()),
                            Stream.of(otherText.title(), otherText.summary())));
                }
            }
        }
        if (best.nothing()) {
            return null;
        }
        double agreement = (best.share() - HARDLY_ANY) / (MANY - HARDLY_ANY);
        return ScorePart.of(ScorePartKind.TEXT, agreement, Math.min(AGREE, best.shared), DIFFER,
                best.shared + " words in common");
    }

    /** A title beside a title, and whole beside whole: one record may have a summary and the other none. */
    private Likeness titles(IncidentContent one, IncidentContent other) {
        return likeness(Stream.of(one.title()), Stream.of(other.title()))
                .or(likeness(Stream.of(one.title(), one.summary()), Stream.of(other.title(), other.summary())));
    }

    private Likeness likeness(Stream<String> one, Stream<String> other) {
        Set<String> first = telling(one);
        Set<String> second = telling(other);
        Set<String> both = new HashSet<>(first);
        both.retainAll(second);
        return new Likeness(both.size(), first.size(), second.size());
    }

    private Set<String> telling(Stream<String> texts) {
        List<String> found = words.of(texts.filter(Objects::nonNull).collect(Collectors.joining(" ")));
        return found.stream().filter(word -> !common.contains(word)).limit(MOST_WORDS)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private record Likeness(int shared, int first, int second) {

        boolean nothing() {
            return first == 0 || second == 0;
        }

        /** Twice the common words over all of both (Dice's coefficient). */
        double share() {
            return nothing() ? 0 : 2.0 * shared / (first + second);
        }

        Likeness or(Likeness other) {
            return other.nothing() || !nothing() && share() >= other.share() ? this : other;
        }
    }
}
