package org.harmregistry.kit.paging;

import org.harmregistry.kit.problem.CommonFailure;
import org.harmregistry.kit.problem.Failure;

/**
 * Which page of a list is asked for.
 *
 * @param limit how many items, 1 to 200
 * @param after the cursor behind which the page begins; {@code null} for the first page
 */
public record PageRequest(int limit, String after) {

    public static final int DEFAULT_LIMIT = 50;
    public static final int MAX_LIMIT = 200;

    /** Reads the two query parameters as they came. */
    public static PageRequest of(String limit, String after) {
        return new PageRequest(limit == null ? DEFAULT_LIMIT : limitOf(limit), after);
    }

    /**
     * Reads the query parameter {@code count}: whether the answer has to say how many there are on all pages.
     *
     * @param count {@code exact}, or {@code null} if it was not asked
     */
    public static boolean isCounted(String count) {
        if (count != null && !count.equals("exact")) {
            throw Failure.atParameter(CommonFailure.INVALID_PARAMETER, "count", "count is exact.");
        }
        return count != null;
    }

    private static int limitOf(String text) {
        if (text.matches("\\d{1,3}")) {
            int limit = Integer.parseInt(text);
            if (limit >= 1 && limit <= MAX_LIMIT) {
                return limit;
            }
        }
        throw Failure.atParameter(CommonFailure.LIMIT_OUT_OF_RANGE, "limit", "limit must be a whole number from 1 to 200.");
    }
}
