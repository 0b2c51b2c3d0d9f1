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

    private static final String PREPARE = """
            create table benchmark_copy as
            select t.id as old_id, cast(md5(cast(t.id as text) || clock_timestamp()) as uuid) as new_id, %2$s as old_code,
              'BM-' || md5(%2$s || clock_timestamp()) as new_code
            from %1$s t order by t.recorded_at desc limit %3$d
            """;
    private static final String COLUMNS = """
            select column_name, data_type from information_schema.columns where table_schema = current_schema()
            and table_name = '%s' and is_generated = 'NEVER' and is_identity = 'NO' and column_name <> 'position'
            order by ordinal_position
            """;

    private final Stage stage;
    private final CopiedTables tables;

    CopyLimit(Stage stage) {
        this.stage = stage;
        this.tables = stage.measured().tables();
    }

    /** Brings copies of some records in, all tables in one transaction, and takes them back; rows (records) a second. */
    Measurement in(int records) throws SQLException, IOException {
        try (Connection connection = stage.administrator()) {
            execute(connection, String.format(PREPARE, tables.record(), tables.code(), records));
            Map<String, String> columns = new LinkedHashMap<>();
            for (Map.Entry<String, String> table : tables.keys().entrySet()) {
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
            for (String table : tables.keys().keySet()) {
                execute(connection, "vacuum " + table);
                Files.delete(file(table));
            }
            return new Measurement(records / took, 0, 0, 0, used * 1000 / records, 0);
        }
    }

    private Path file(String table) throws IOException {
        return stage.scratch().resolve(table + ".copy");
    }

    /** Writes the rows of a table that belong to the chosen records, under other ids and codes; the names of its columns. */
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
        String where = names.contains("collection") ? " where t.collection = '" + stage.measured().name() + "'" : "";
        try (OutputStream out = Files.newOutputStream(file(table))) {
            copies(connection).copyOut("copy (select " + String.join(", ", values) + " from " + table
                    + " t join benchmark_copy b on b.old_id = t." + key + where + ") to stdout", out);
        }
        return String.join(", ", names);
    }

    private String value(String name, String type, String key) {
        if (name.equals(key)) {
            return "b.new_id";
        }
        if (tables.unique().containsKey(name)) {
            return tables.unique().get(name);
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
