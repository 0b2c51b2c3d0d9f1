package org.harmregistry.kit.database;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.vertx.sqlclient.Tuple;

/**
 * A statement as PostgreSQL takes it, its parameters numbered.
 *
 * @param sql with {@code $1}, {@code $2} and so on
 * @param names the parameters' names in their order
 */
public record NamedStatement(String sql, List<String> names) {

    private static final Pattern NAME = Pattern.compile("(?<!:):([a-z][A-Za-z0-9]*)");

    /**
     * @param sql a statement put together from fixed fragments, its parameters written {@code :name}; a collection stands for
     *        several, as in {@code in (:names)}
     * @param parameters a value for each name
     */
    public static NamedStatement of(String sql, Map<String, Object> parameters) {
        StringBuilder text = new StringBuilder();
        List<String> names = new ArrayList<>();
        Matcher matcher = NAME.matcher(sql);
        int next = 1;
        while (matcher.find()) {
            names.add(matcher.group(1));
            int several = parameters.get(matcher.group(1)) instanceof Collection<?> values ? values.size() : 1;
            matcher.appendReplacement(text, "");
            for (int i = 0; i < several; i++) {
                text.append(i == 0 ? "$" : ", $").append(next++);
            }
        }
        matcher.appendTail(text);
        return new NamedStatement(text.toString(), names);
    }

    /** The values in the order in which the statement takes them. */
    public Tuple values(Map<String, Object> parameters) {
        Tuple tuple = Tuple.tuple();
        for (String name : names) {
            if (parameters.get(name) instanceof Collection<?> values) {
                values.forEach(tuple::addValue);
            } else {
                tuple.addValue(parameters.get(name));
            }
        }
        return tuple;
    }
}
