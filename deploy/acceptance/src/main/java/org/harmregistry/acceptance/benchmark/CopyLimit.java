package org.harmregistry.acceptance.benchmark;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/** What COPY does with the same rows, into and out of the same tables with the same indexes. */
final class CopyLimit {

    /** The tables that an import writes, each with the column that holds the incident's id and what picks its rows. */
    private static final Map<String, String> TABLES = new LinkedHashMap<>();
    static {
        TABLES.put("incident", "id");
        TABLES.put("incident_party", "incident");
        TABLES.put("incident_external_id", "incident");
        TABLES.put("revision", "record_id");
        TABLES.put("change", "record_id");
    }
    private static final String PREPARE = """
            create table benchmark_copy as
            select id as old_id, cast(md5(cast(id as text) || clock_timestamp()) as uuid) as new_id, code as old_code,
              'BM-' || md5(code || clock_timestamp()) as new_code
            from incident order by recorded_at desc limit %d
            """;
    private static final String COLUMNS = """
            select column_name, data_type from information_schema.columns where table_schema = current_schema()
            and table_name = '%s' and is_generated = 'NEVER' and is_identity = 'NO' and column_name <> 'position'
            order by ordinal_position
            """;

    private final Stage stage;

    CopyLimit(Stage stage) {
        this.stage = stage;
    }

    /** Brings copies of some incidents in, all tables in one transaction, and takes them back; rows (incidents) a second. */
    Measurement in(int incidents) throws SQLException, IOException {
        try (Connection connection = stage.administrator()) {
            execute(connection, String.format(PREPARE, incidents));
            Map<String, String> columns = new LinkedHashMap<>();
            for (Map.Entry<String, String> table : TABLES.entrySet()) {
                columns.put(table.getKey(), write(connection, table.getKey(), table.getValue()));
            }
            connection.setAutoCommit(false);
            double before = Consumption.cpuWithChildren(stage.postgresPid());
            long begun = System.nanoTime();
            for (Map.Entry<String, String> table : columns.entrySet()) {
                try (var rows = Files.newInputStream(file(table.getKey()))) {
                    copies(connection).copyIn("copy " + table.getKey() + " (" + table.getValue() + ") from stdin", rows);
                }
            }
            double took = (System.nanoTime() - begun) / 1e9;
            double used = Consumption.cpuWithChildren(stage.postgresPid()) - before;
            connection.rollback();
            connection.setAutoCommit(true);
            execute(connection, "drop table benchmark_copy");
            for (String table : TABLES.keySet()) {
                execute(connection, "vacuum " + table);
                Files.delete(file(table));
            }
            return new Measurement(incidents / took, 0, 0, 0, used * 1000 / incidents, 0);
        }
    }

    private Path file(String table) throws IOException {
        return stage.scratch().resolve(table + ".copy");
    }

    /** Writes the rows of a table that belong to the chosen incidents, under other ids and codes; the names of its columns. */
    private String write(Connection connection, String table, String key) throws SQLException, IOException {
        List<String> names = new ArrayList<>();
        List<String> values = new ArrayList<>();
        try (java.sql.Statement statement = connection.createStatement();
                ResultSet columns = statement.executeQuery(String.format(COLUMNS, table))) {
            while (columns.next()) {
                String name = columns.getString(1);
                names.add(name);
                values.add(value(name, columns.getString(2), key));
            }
        }
        String where = names.contains("collection") ? " where t.collection = 'incidents'" : "";
        try (OutputStream out = Files.newOutputStream(file(table))) {
            copies(connection).copyOut("copy (select " + String.join(", ", values) + " from " + table
                    + " t join benchmark_copy b on b.old_id = t." + key + where + ") to stdout", out);
        }
        return String.join(", ", names);
    }

    private static String value(String name, String type, String key) {
        if (name.equals(key)) {
            return "b.new_id";
        }
        if (name.equals("code")) {
            return "b.new_code";
        }
        if (name.equals("value")) {
            return "b.new_code || t.value";
        }
        return type.equals("jsonb")
                ? "replace(replace(cast(t." + name
                        + " as text), cast(b.old_id as text), cast(b.new_id as text)), b.old_code, b.new_code)"
                : "t." + name;
    }

    /** Copies a query's rows out to nowhere; seconds. */
    double out(String query, String format) throws SQLException, IOException {
        try (Connection connection = stage.administrator()) {
            long begun = System.nanoTime();
            copies(connection).copyOut("copy (" + query + ") to stdout" + format, OutputStream.nullOutputStream());
            return (System.nanoTime() - begun) / 1e9;
        }
    }

    private static CopyManager copies(Connection connection) throws SQLException {
        return connection.unwrap(PGConnection.class).getCopyAPI();
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (java.sql.Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
