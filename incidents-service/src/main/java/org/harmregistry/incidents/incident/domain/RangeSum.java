package org.harmregistry.incidents.incident.domain;

/**
 * A sum of ranges. An unknown bound is not zero: it is left out of its sum and counted apart, and where no bound is known there
 * is no sum.
 *
 * @param min sum of the known lower bounds; {@code null} if there are incidents and none has one
 * @param max sum of the known upper bounds; {@code null} if there are incidents and none has one
 * @param minUnknownIn number of counted incidents without a lower bound
 * @param maxUnknownIn number of counted incidents without an upper bound
 */
public record RangeSum(Long min, Long max, long minUnknownIn, long maxUnknownIn) {

    /** The sum over no incident at all. */
    public static final RangeSum OF_NOTHING = new RangeSum(0L, 0L, 0, 0);

    /** The sums over a number of incidents, as a query gives them: zero also where every bound is unknown. */
    public static RangeSum over(long incidents, long min, long max, long minUnknownIn, long maxUnknownIn) {
        return new RangeSum(known(incidents, min, minUnknownIn), known(incidents, max, maxUnknownIn), minUnknownIn,
                maxUnknownIn);
    }

    private static Long known(long incidents, long sum, long unknownIn) {
        return incidents > 0 && unknownIn == incidents ? null : sum;
    }
}
