package org.harmregistry.incidents.record;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Which records of a kind are asked for: conditions on the row {@code r}, put together from fixed fragments. They name columns
 * of text and dates, so that they can be asked of the past too, where those stand as text.
 */
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

    /** The same conditions on the columns of the table. */
    String sqlConditions() {
        return Pattern.compile("\\br\\.(\\w+)").matcher(conditions)
                .replaceAll(column -> "r." + column.group(1).replaceAll("(?=[A-Z])", "_").toLowerCase(Locale.ROOT));
    }

    /** The same conditions on the values that a past state {@code s} was filtered by. */
    String pastConditions() {
        return conditions.toString()
                .replaceAll("\\br\\.(\\w+)", "((s.derived ->> '$1') collate \"C\")")
                .replaceAll(":(\\w+)", "cast(:$1 as text)");
    }

    Map<String, String> pastParameters() {
        return parameters.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, e -> e.getValue().toString()));
    }

    /** What a cursor of this search is bound to. */
    String binding() {
        return conditions + " " + parameters;
    }
}
