package org.harmregistry.incidents.gap;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.harmregistry.incidents.record.ApiText;
import org.harmregistry.incidents.record.PartialDate;

/** The answer about the gap. */
@Schema(name = "Gap", description = "What others documented against what the party concedes, by the day on which it was known")
public record Gap(
        @Schema(description = "Slug of the party") String party,
        @Schema(description = "What was asked") Filter filter,
        @Schema(description = "Only what had been published by this day counts") LocalDate knownBy,
        @Schema(description = ApiText.ANSWERED_AS_OF) Instant asOf,
        @Schema(description = "The rule, with its version") String rule,
        List<GapRow> rows,
        @Schema(description = "Tallies of the same area that are about another, overlapping period, or steps: never added") List<ShownTally> shownNotAdded) {

    static final String RULE = "gap-1";

    /** The same answer with other rows. */
    Gap with(List<GapRow> others) {
        return new Gap(party, filter, knownBy, asOf, rule, others, shownNotAdded);
    }

    /** What was asked. */
    @Schema(name = "GapFilter", description = "What was asked")
    public record Filter(GapBy by, String place, PartialDate from, PartialDate to, String gradings) {
    }
}
