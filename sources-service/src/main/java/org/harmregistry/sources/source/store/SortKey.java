package org.harmregistry.sources.source.store;

import org.harmregistry.sources.source.domain.SourceOrder;

/**
 * By what a list is ordered in the database. Keys travel as text, which the database both writes and reads.
 *
 * @param expression of the row
 * @param parameter the same expression's value at the end of the last page
 * @param direction behind each ordered expression
 * @param behind how what stands behind that value compares with it
 */
record SortKey(String expression, String parameter, String direction, String behind) {

    private static final String AFTER = "cast(:afterKey as text)";

    static SortKey of(SourceOrder order, SourceAudience audience) {
        String direction = order.descending() ? " desc" : "";
        String behind = order.descending() ? "<" : ">";
        return switch (order.key()) {
            case ID -> new SortKey("s.id", "cast(" + AFTER + " as uuid)", direction, behind);
            case PUBLISHED -> new SortKey("coalesce(s.published_on, cast('infinity' as date))",
                    "cast(" + AFTER + " as date)", direction, behind);
            case RECORDED -> new SortKey("s.recorded_at", "cast(" + AFTER + " as timestamptz)", direction, behind);
            case UPDATED -> new SortKey(audience.updatedAt(), "cast(" + AFTER + " as timestamptz)", direction, behind);
        };
    }
}
