package org.harmregistry.acceptance.benchmark;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Statements of the service as a script for pgbench. What must differ in each run gets a number of its own. */
final class PgbenchScript {

    private static final Pattern PARAMETER = Pattern.compile("\\$(\\d+)");
    private static final String NUMBER = "number";

    private final String prefix;
    private final Pattern unique;
    private final StringBuilder text = new StringBuilder();
    private final Map<String, String> variables = new LinkedHashMap<>();

    /**
     * @param prefix tells this script's variables from those of others in the same run
     * @param unique strings that stand for something new: wherever a value has one, each run has twelve other digits
     */
    PgbenchScript(String prefix, List<String> unique) {
        this.prefix = prefix;
        this.unique = Pattern.compile(unique.stream().map(Pattern::quote).collect(Collectors.joining("|")));
        if (!unique.isEmpty()) {
            text.append("\\set ").append(NUMBER).append(" random(100000000000, 999999999999)\n");
        }
    }

    /** @param connection a connection of the service's database, to ask for the types of the parameters */
    void add(Connection connection, Statement statement) throws SQLException {
        List<String> types = statement.values().isEmpty() ? List.of() : types(connection, statement.sql());
        Matcher parameters = PARAMETER.matcher(statement.sql());
        StringBuilder sql = new StringBuilder();
        while (parameters.find()) {
            int index = Integer.parseInt(parameters.group(1)) - 1;
            parameters.appendReplacement(sql,
                    Matcher.quoteReplacement(expression(statement.values().get(index), types.get(index))));
        }
        parameters.appendTail(sql);
        text.append(sql.toString().replaceAll("\\s+", " ").replaceAll(";\\s*$", "")).append(";\n");
    }

    private String expression(String value, String type) {
        if (value == null) {
            return "cast(null as " + type + ")";
        }
        List<String> parts = new ArrayList<>();
        Matcher found = unique.matcher(value);
        int from = 0;
        while (!unique.pattern().isEmpty() && found.find()) {
            parts.add(text(value.substring(from, found.start())));
            parts.add("cast(:" + NUMBER + " as text)");
            from = found.end();
        }
        if (value.isEmpty()) {
            return "''"; // The command line of pgbench takes no empty variable.
        }
        if (parts.isEmpty()) {
            return ":" + variable(value);
        }
        parts.add(text(value.substring(from)));
        return "cast(" + String.join(" || ", parts) + " as " + type + ")";
    }

    private String text(String value) {
        if (value.isEmpty()) {
            return "''";
        }
        return "cast(:" + variable(value) + " as text)";
    }

    private String variable(String value) {
        String name = prefix + "_" + variables.size();
        variables.put(name, value);
        return name;
    }

    private static List<String> types(Connection connection, String sql) throws SQLException {
        try (java.sql.Statement statement = connection.createStatement()) {
            statement.execute("prepare listened_to as " + sql);
            try (ResultSet types = statement
                    .executeQuery("select cast(unnest(parameter_types) as text) from pg_prepared_statements"
                            + " where name = 'listened_to'")) {
                List<String> all = new ArrayList<>();
                while (types.next()) {
                    all.add(types.getString(1));
                }
                return all;
            } finally {
                statement.execute("deallocate listened_to");
            }
        }
    }

    /** True if the service has PostgreSQL plan it anew each time. */
    boolean isPlannedEachTime() {
        return text.indexOf("/* planned for its values */") >= 0;
    }

    String text() {
        return text.toString();
    }

    Map<String, String> variables() {
        return variables;
    }
}
