package org.harmregistry.incidents.record;

import java.util.LinkedHashMap;
import java.util.Map;

/** Which records of a kind are asked for: conditions on the row {@code r}, put together from fixed fragments. */
public final class RecordSearch {

    private final StringBuilder conditions = new StringBuilder("1 = 1");
    private final Map<String, Object> parameters = new LinkedHashMap<>();

    /** Adds a condition on one parameter, or nothing if its value is {@code null}. */
    public RecordSearch where(String condition, String parameter, Object value) {
        if (value != null) {
            conditions.append(" and ").append(condition);
            parameters.put(parameter, value);
        }
        return this;
    }

    String conditions() {
        return conditions.toString();
    }

    Map<String, Object> parameters() {
        return parameters;
    }

    /** What a cursor of this search is bound to. */
    String binding() {
        return conditions + " " + parameters;
    }
}
