package org.harmregistry.incidents.gap;

import java.time.LocalDate;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.harmregistry.incidents.record.CountRange;
import org.harmregistry.incidents.tally.PublishedTally;

/** What one side says. */
@Schema(name = "GapSide", description = "What one side says, in civilians killed, and the tally that says it")
public record Stated(
        @Schema(description = "Lower end; absent if unknown") Integer min,
        @Schema(description = "Upper end; absent if unknown") Integer max,
        @Schema(description = "true if more than min is meant") Boolean minExclusive,
        @Schema(description = "The words, where no number was given") String words,
        TallyReference tally) {

    /** The tally that says it. */
    @Schema(name = "GapTally", description = "The tally that says it")
    public record TallyReference(
            UUID id,
            LocalDate publishedOn,
            @Schema(description = "Who says it") String by) {

        static TallyReference to(PublishedTally published) {
            return new TallyReference(published.id(), published.tally().publishedOn(), published.tally().by());
        }
    }

    /** What a total says, or {@code null} for none. */
    static Stated of(PublishedTally published) {
        return published == null ? null
                : of(published.tally().killed(), published.tally().words(), published);
    }

    static Stated of(CountRange range, String words, PublishedTally published) {
        return new Stated(range == null ? null : range.min(), range == null ? null : range.max(),
                range == null ? null : range.minExclusive(), words, TallyReference.to(published));
    }

    /** The range, or {@code null} if there are only words. */
    CountRange range() {
        return min == null && max == null ? null : new CountRange(min, max, minExclusive);
    }
}
