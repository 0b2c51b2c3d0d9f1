package org.harmregistry.incidents.gap;

import java.time.LocalDate;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.harmregistry.incidents.incident.domain.CasualtyRange;
import org.harmregistry.incidents.record.CountRange;

/** Both sides for one incident, and the gap between them. */
@Schema(name = "GapIncidentRow", description = "Both sides for one incident, and the gap between them, in civilians killed")
public record IncidentGapRow(UUID incident,
        @Schema(description = "The incident's code", examples = "SY-2017-00042") String code,
        @Schema(description = "The incident's start day") LocalDate occurredFrom,
        @Schema(description = "What the registry documents: the incident's killed civilians; absent if unknown") CasualtyRange documented,
        @Schema(description = "What the party concedes; absent if no allegation about it is credible") Assessed conceded,
        @Schema(description = "Absent where there is no gap in numbers: gapReason says why") GapRange gap,
        @Schema(description = "Why there is no gap in numbers") GapReason gapReason) {

    static IncidentGapRow of(UUID incident, String code, LocalDate occurredFrom, CasualtyRange documented, Assessed conceded) {
        boolean bothNumbers = isNumber(documented) && conceded != null && (conceded.min() != null || conceded.max() != null);
        GapRange gap = bothNumbers ? GapRange.between(new CountRange(documented.min(), documented.max(), null),
                new CountRange(conceded.min(), conceded.max(), null)) : null;
        return new IncidentGapRow(incident, code, occurredFrom, isNumber(documented) ? documented : null, conceded, gap,
                gap != null ? null : reason(documented, conceded));
    }

    private static boolean isNumber(CasualtyRange range) {
        return range != null && (range.min() != null || range.max() != null);
    }

    private static GapReason reason(CasualtyRange documented, Assessed conceded) {
        if (!isNumber(documented)) {
            return GapReason.NOT_DOCUMENTED;
        }
        if (conceded == null) {
            return GapReason.NOT_CONCEDED;
        }
        return conceded.isWordsOnly() ? GapReason.WORDS_ONLY : GapReason.ENDS_UNKNOWN;
    }
}
