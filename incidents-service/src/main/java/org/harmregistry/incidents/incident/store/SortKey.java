package org.harmregistry.incidents.incident.store;

import java.time.LocalDate;
import java.time.OffsetDateTime;

import org.harmregistry.incidents.incident.domain.IncidentOrder;

/**
 * By what a list is ordered in the database.
 *
 * @param expression of what the reader may see of the row
 * @param parameter the same expression's value at the end of the last page
 * @param direction behind each ordered expression
 * @param key what it is
 */
record SortKey(String expression, String parameter, String direction, IncidentOrder.Key key) {

    static SortKey of(IncidentOrder order, IncidentCriteria criteria) {
        String direction = order.descending() ? " desc" : "";
        return switch (order.key()) {
            case OCCURRED -> new SortKey("i.occurred_from", ":afterKey", direction, order.key());
            case UPDATED -> new SortKey(criteria.audience().updatedAt(), ":afterKey", direction, order.key());
            case KILLED -> new SortKey("coalesce(i.killed_civilians_min, -1)", ":afterKey", direction, order.key());
            case CODE -> new SortKey("i.code", ":afterKey", direction, order.key());
            case DISTANCE -> new SortKey(criteria.distance(), ":afterKey", direction, order.key());
        };
    }

    /** The value as the database takes it. */
    Object value(String text) {
        return switch (key) {
            case OCCURRED -> LocalDate.parse(text);
            case UPDATED -> OffsetDateTime.parse(text.replace(' ', 'T').replaceFirst("([+-]\\d\\d)$", "$1:00"));
            case KILLED -> Integer.valueOf(text);
            case CODE -> text;
            case DISTANCE -> Double.valueOf(text);
        };
    }
}
