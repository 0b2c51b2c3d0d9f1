package org.harmregistry.incidents.incident.domain;

/**
 * A sum of ranges. An unknown bound is not zero: it is left out of its sum and counted apart.
 *
 * @param min sum of the known lower bounds
 * @param max sum of the known upper bounds
 * @param minUnknownIn number of counted incidents without a lower bound
 * @param maxUnknownIn number of counted incidents without an upper bound
 */
public record RangeSum(long min, long max, long minUnknownIn, long maxUnknownIn) {
}
