package org.harmregistry.incidents.record;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.harmregistry.kit.problem.CommonFailure;
import org.harmregistry.kit.problem.Failure;

/** A count between two numbers, of which either may be unknown. */
@Schema(name = "PublishedCount", description = "A count as a range of whole numbers. An absent end is unknown, never 0.")
public record CountRange(
        @Schema(description = "Lower end", minimum = "0", maximum = "10000000") Integer min,
        @Schema(description = "Upper end", minimum = "0", maximum = "10000000") Integer max,
        @Schema(description = "true if the count is more than min, as in \"more than 1,600\"; absent or false if min itself "
                + "is possible") Boolean minExclusive) {

    public CountRange {
        Fields.number(min, "/min");
        Fields.number(max, "/max");
        if (min == null && max == null) {
            throw Failure.at(CommonFailure.MISSING_FIELD, "/min", "A range has at least one end.");
        }
    }

    public boolean excludesMin() {
        return Boolean.TRUE.equals(minExclusive);
    }

    /** Refuses a range whose ends leave nothing between them. */
    void check(String pointer) {
        if (min != null && max != null && (max < min || excludesMin() && max.equals(min))) {
            throw Failure.at(CommonFailure.RANGE_INVERTED, pointer, "max is below min.");
        }
        if (excludesMin() && min == null) {
            throw Failure.at(CommonFailure.RANGE_INVERTED, pointer + "/minExclusive", "There is no min to exclude.");
        }
    }

    /** Checks a count that is given as a range, in words, or not at all. */
    public static void checkOne(CountRange range, String rangePointer, String words, String wordsPointer) {
        Fields.atMost(Fields.MAX_LINE, words, wordsPointer);
        if (range != null && words != null) {
            throw Failure.at(PartyFailure.NUMBER_OR_WORDS, wordsPointer,
                    "Give numbers, or the words where the source gives no number.");
        }
        if (range != null) {
            range.check(rangePointer);
        }
    }
}
