package org.harmregistry.sources.duplicate.domain;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A source that may be the same publication, text or picture; named, never merged by machine.
 *
 * @param source the other source
 * @param score the highest of its reasons', 0 to 1; 1 if an analyst confirmed it
 * @param reasons what speaks for it, the best first, each rule once; empty only if an analyst's word is all there is
 * @param decision what an analyst said of the pair last; {@code null} if nobody did
 */
public record PossibleDuplicate(UUID source, double score, List<Alike> reasons, DuplicateDecision decision) {

    static final Comparator<PossibleDuplicate> BEST_FIRST = Comparator.comparingDouble(PossibleDuplicate::score).reversed()
            .thenComparing(PossibleDuplicate::source);

    static PossibleDuplicate of(UUID source, List<Alike> found, DuplicateDecision decision) {
        Map<DuplicateReason, Alike> best = new EnumMap<>(DuplicateReason.class);
        found.forEach(each -> best.merge(each.reason(), each, (one, other) -> one.score() >= other.score() ? one : other));
        List<Alike> reasons = best.values().stream()
                .sorted(Comparator.comparingDouble(Alike::score).reversed().thenComparing(Alike::reason)).toList();
        boolean confirmed = decision != null && decision.verdict() == Verdict.CONFIRMED;
        return new PossibleDuplicate(source, confirmed ? 1 : reasons.isEmpty() ? 0 : reasons.get(0).score(), reasons, decision);
    }

    /** False if nothing speaks for it that the reader may be told. */
    boolean isNamed() {
        return score > 0;
    }
}
