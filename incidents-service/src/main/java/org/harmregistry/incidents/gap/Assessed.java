package org.harmregistry.incidents.gap;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.harmregistry.incidents.allegation.domain.AllegationHistories.Concession;
import org.harmregistry.incidents.allegation.domain.ConcededCount;
import org.harmregistry.incidents.incident.domain.CasualtyRange;

/** What a party's credible allegations concede together. */
@Schema(name = "GapAssessed", description = "What the party concedes in civilians killed by finding these allegations credible. min adds what is "
        + "at least conceded, and is absent if no number is; max only where every one gives it")
public record Assessed(
        @Schema(description = "The allegations that are credible by both clocks; duplicates are not among them") List<UUID> allegations,
        @Schema(description = "Lower end; absent if unknown") Integer min,
        @Schema(description = "Upper end; absent if unknown") Integer max,
        @Schema(description = "The party's words, where it gave no number") List<String> words) {

    /** The sum of some concessions, or {@code null} for none. */
    static Assessed of(List<Concession> concessions) {
        if (concessions.isEmpty()) {
            return null;
        }
        List<CasualtyRange> known = concessions.stream().map(Assessed::killed).filter(Objects::nonNull)
                .map(ConcededCount::civilians).filter(Objects::nonNull).toList();
        boolean all = known.size() == concessions.size() && known.stream().allMatch(range -> range.max() != null);
        return new Assessed(concessions.stream().map(Concession::allegation).toList(), sum(known, CasualtyRange::min),
                all ? sum(known, CasualtyRange::max) : null, concessions.stream().map(Assessed::killed)
                        .filter(Objects::nonNull).map(ConcededCount::words).filter(Objects::nonNull).toList());
    }

    private static ConcededCount killed(Concession concession) {
        return concession.conceded() == null ? null : concession.conceded().killed();
    }

    /** What is known of it; people not spoken of are not taken away. */
    private static Integer sum(List<CasualtyRange> ranges, Function<CasualtyRange, Integer> end) {
        List<Integer> known = ranges.stream().map(end).filter(Objects::nonNull).toList();
        return known.isEmpty() ? null : (Integer) known.stream().mapToInt(Integer::intValue).sum();
    }

    /** True if there are words alone. */
    boolean isWordsOnly() {
        return min == null && max == null && !words.isEmpty();
    }
}
