package org.harmregistry.acceptance.benchmark;

import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Fills the register to a number of incidents, through the API, so that every row is what the service writes. */
final class Register {

    private static final int STEP = 25_000;
    private static final int LARGE = 200_000;

    private final Stage stage;
    private final SyntheticIncidents incidents = new SyntheticIncidents();

    Register(Stage stage) {
        this.stage = stage;
    }

    void makeParties() throws IOException {
        String admin = stage.token("admin");
        for (String party : SyntheticIncidents.PARTIES) {
            String body = "{\"slug\":\"" + party + "\",\"name\":\"Synthetic " + party + "\",\"kind\":\"armed_group\"}";
            try {
                HttpConnection.ask(stage.servicePort(), Request.post("/api/v1/parties", admin, body), 0);
            } catch (HttpConnection.RefusedException e) {
                if (e.status() != 409 && e.status() != 412) {
                    throw e;
                }
            }
        }
    }

    /** Imports what is missing. */
    void fill(int rows) throws SQLException, IOException, InterruptedException {
        long held = number("select count(*) from incident");
        List<String> indexes = rows - held > LARGE ? withoutWordIndexes() : List.of();
        for (long from = held; from < rows; from += STEP) {
            long to = Math.min(rows, from + STEP);
            Measurement step = new Import(stage).run(from, to, number -> incidents.row(number, "event-" + number));
            System.out.printf("  filled to %,d (%,.0f rows/s; CPU ms a row: service %.2f, PostgreSQL %.2f)%n", to,
                    step.perSecond(),
                    step.serviceCpu(), step.databaseCpu());
        }
        for (String index : indexes) {
            execute(index);
        }
        if (held < rows) {
            settle();
        }
    }

    /** To make an index over words anew is several times quicker than to let it grow; what it holds in the end is the same. */
    private List<String> withoutWordIndexes() throws SQLException {
        List<String> definitions = new ArrayList<>();
        try (Connection connection = stage.administrator();
                java.sql.Statement statement = connection.createStatement();
                ResultSet indexes = statement
                        .executeQuery("select indexname, indexdef from pg_indexes where tablename = 'incident'"
                                + " and indexdef like '%USING gin%'")) {
            while (indexes.next()) {
                definitions.add(indexes.getString(2));
                execute("drop index " + indexes.getString(1));
            }
        }
        return definitions;
    }

    /** Waits until the jobs have taken in what was written, then lets the planner look at the tables. */
    private void settle() throws SQLException, InterruptedException {
        while (number("select count(*) from change where position is null") > 0
                || number("select count(*) from incident_count_delta") > 0) {
            TimeUnit.SECONDS.sleep(1);
        }
        execute("vacuum analyze");
        execute("checkpoint");
    }

    /** Rows that are new for as long as the register lasts. */
    Measurement importMore(int rows) throws SQLException, IOException, InterruptedException {
        long from = 2_000_000_000L + System.nanoTime() % 1_000_000_000L * 10_000L;
        return new Import(stage).run(from, from + rows, number -> incidents.row(number, "more-" + number));
    }

    long number(String sql) throws SQLException {
        try (Connection connection = stage.administrator();
                java.sql.Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    /** The columns of the incident table that hold its JSON; the first is the whole. */
    String documentColumn() throws SQLException {
        return List.of("document", "content").get(number("select count(*) from information_schema.columns where table_name"
                + " = 'incident' and column_name = 'document'") > 0 ? 0 : 1);
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = stage.administrator(); java.sql.Statement statement = connection.createStatement()) {
            connection.setNetworkTimeout(Runnable::run, (int) TimeUnit.MINUTES.toMillis(10));
            statement.execute(sql);
        }
    }
}
