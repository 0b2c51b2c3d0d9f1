package org.harmregistry.sources.citation.domain;

import org.harmregistry.kit.problem.CommonFailure;
import org.harmregistry.kit.problem.Failure;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * How many people a source says; a bound that is absent is unknown, which is not zero.
 *
 * @param min at least so many, 0 to 1,000,000
 * @param max at most so many, 0 to 1,000,000
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ClaimedRange(Integer min, Integer max) {

    private static final int LARGEST = 1_000_000;

    public ClaimedRange {
        counted(min, "/min");
        counted(max, "/max");
        if (min != null && max != null && min > max) {
            throw Failure.at(CommonFailure.RANGE_INVERTED, "/max", "max is below min.");
        }
    }

    private static void counted(Integer count, String pointer) {
        if (count != null && (count < 0 || count > LARGEST)) {
            throw Failure.at(CommonFailure.INVALID_VALUE, pointer, "A whole number from 0 to 1,000,000 is taken here.");
        }
    }

    static ClaimedRange known(ClaimedRange range) {
        return range == null || range.min() == null && range.max() == null ? null : range;
    }
}
