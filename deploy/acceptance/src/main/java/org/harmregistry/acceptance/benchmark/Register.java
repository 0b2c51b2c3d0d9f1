package org.harmregistry.acceptance.benchmark;

import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Fills the register to a number of records, through the API, so that every row is what the service writes. */
final class Register {

    /** As large as an import that has to go through whole. */
    private static final int STEP = 50_000;
    private static final int LARGE = 200_000;

    private final Stage stage;
    private final MeasuredService measured;
    private final CopiedTables tables;

    Register(Stage stage) {
        this.stage = stage;
        this.measured = stage.measured();
        this.tables = measured.tables();
    }

    /**
     * Imports what is missing.
     *
     * @return how quickly; {@code null} if nothing was missing
     */
    Measurement fill(int rows) throws SQLException, IOException, InterruptedException {
        long held = records();
        if (held >= rows) {
            return null;
        }
        List<String> indexes = rows - held > LARGE ? withoutWordIndexes() : List.of();
        List<Measurement> steps = new ArrayList<>();
        for (long from = held; from < rows; from += STEP) {
            long to = Math.min(rows, from + STEP);
            Measurement step = new Import(stage, measured.collection()).run(from, to,
                    number -> measured.row(number, externalId(number)));
            System.out.printf("  filled to %,d (%,.0f rows/s; CPU ms a row: service %.2f, PostgreSQL %.2f)%n", to,
                    step.perSecond(), step.serviceCpu(), step.databaseCpu());
            steps.add(step);
            measured.accompany(stage, from, to);
        }
        for (String index : indexes) {
            execute(index);
        }
        settle();
        return Measurement.mean(steps);
    }

    static String externalId(long number) {
        return "event-" + number;
    }

    long records() throws SQLException {
        return number("select count(*) from " + tables.record());
    }

    /** To make an index over words anew is several times quicker than to let it grow; what it holds in the end is the same. */
    private List<String> withoutWordIndexes() throws SQLException {
        List<String> definitions = new ArrayList<>();
        try (Connection connection = stage.administrator();
                java.sql.Statement statement = connection.createStatement();
                ResultSet indexes = statement
                        .executeQuery("select indexname, indexdef from pg_indexes where tablename in ('"
                                + String.join("', '", tables.keys().keySet()) + "') and indexdef like '%USING gin%'")) {
            while (indexes.next()) {
                definitions.add(indexes.getString(2));
                execute("drop index " + indexes.getString(1));
            }
        }
        return definitions;
    }

    /** Waits until the jobs have taken in what was written, then lets the planner look at the tables. */
    void settle() throws SQLException, InterruptedException {
        for (String query : measured.waiting()) {
            while (number(query) > 0) {
                TimeUnit.SECONDS.sleep(1);
            }
        }
        execute("vacuum analyze");
        execute("checkpoint");
    }

    /** Rows that are new for as long as the register lasts. */
    Measurement importMore(int rows) throws SQLException, IOException, InterruptedException {
        long from = 2_000_000_000L + System.nanoTime() % 1_000_000_000L * 10_000L;
        return new Import(stage, measured.collection()).run(from, from + rows,
                number -> measured.row(number, "more-" + number));
    }

    long number(String sql) throws SQLException {
        try (Connection connection = stage.administrator();
                java.sql.Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    void execute(String sql) throws SQLException {
        try (Connection connection = stage.administrator(); java.sql.Statement statement = connection.createStatement()) {
            connection.setNetworkTimeout(Runnable::run, (int) TimeUnit.MINUTES.toMillis(10));
            statement.execute(sql);
        }
    }
}
