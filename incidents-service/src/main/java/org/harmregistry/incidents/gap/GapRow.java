package org.harmregistry.incidents.gap;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.harmregistry.incidents.record.CountRange;
import org.harmregistry.incidents.record.Period;

/** Both sides for one area or month, and the gap between them. */
@Schema(name = "GapRow", description = "Both sides for one area or month, and the gap between them")
public record GapRow(
        @Schema(description = "Name of the area, or month YYYY-MM; absent with by=none") String key,
        Period period,
        @Schema(description = "What others documented; absent if nothing was known") Stated documented,
        @Schema(description = "What the party concedes; absent if nothing was known") Stated conceded,
        @Schema(description = "Absent where there is no gap in numbers: gapReason says why") GapRange gap,
        @Schema(description = "Why there is no gap in numbers") GapReason gapReason,
        Recorded recorded,
        @Schema(description = "With by=month: what the registry's allegations concede that the party found credible in that month. "
                + "Shown beside, never added") Assessed assessed) {

    /** Works out the gap of two sides, either of which may be {@code null}. */
    static GapRow of(String key, Period period, Stated documented, Stated conceded) {
        GapRange gap = null;
        GapReason reason = null;
        if (documented == null) {
            reason = GapReason.NOT_DOCUMENTED;
        } else if (conceded == null) {
            reason = GapReason.NOT_CONCEDED;
        } else {
            CountRange more = documented.range();
            CountRange less = conceded.range();
            gap = more == null || less == null ? null : GapRange.between(more, less);
            reason = gap != null ? null : more == null || less == null ? GapReason.WORDS_ONLY : GapReason.ENDS_UNKNOWN;
        }
        return new GapRow(key, period, documented, conceded, gap, reason, null, null);
    }

    /** The same row with what the registry itself has recorded. */
    GapRow with(Recorded own) {
        return new GapRow(key, period, documented, conceded, gap, gapReason, own, assessed);
    }

    /** The same row with what allegations concede. */
    GapRow with(Assessed credible) {
        return new GapRow(key, period, documented, conceded, gap, gapReason, recorded, credible);
    }
}
