package org.harmregistry.incidents.incident.domain;

import org.harmregistry.kit.problem.CommonFailure;
import org.harmregistry.kit.problem.Failure;

/**
 * How many people, from at least to at most. A bound that is absent is unknown, which is not zero.
 *
 * @param min at least so many, 0 to 1,000,000
 * @param max at most so many, 0 to 1,000,000
 */
public record CasualtyRange(Integer min, Integer max) {

    public static final int LARGEST = 1_000_000;

    /** @throws Failure 422 {@code range_inverted} if min is above max */
    public CasualtyRange {
        Bounds.count(min, LARGEST, "/min");
        Bounds.count(max, LARGEST, "/max");
        if (min != null && max != null && min > max) {
            throw Failure.at(CommonFailure.RANGE_INVERTED, "/max", "max is below min.");
        }
    }
}
