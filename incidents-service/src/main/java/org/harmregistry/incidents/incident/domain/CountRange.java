package org.harmregistry.incidents.incident.domain;

import org.harmregistry.kit.problem.CommonFailure;
import org.harmregistry.kit.problem.Failure;

/**
 * How many things, from at least to at most.
 *
 * @param min at least so many, 0 to 1,000,000
 * @param max at most so many, 0 to 1,000,000
 */
public record CountRange(Integer min, Integer max) {

    public CountRange {
        Bounds.count(min, CasualtyRange.LARGEST, "/min");
        Bounds.count(max, CasualtyRange.LARGEST, "/max");
        if (min != null && max != null && min > max) {
            throw Failure.at(CommonFailure.RANGE_INVERTED, "/max", "max is below min.");
        }
    }
}
