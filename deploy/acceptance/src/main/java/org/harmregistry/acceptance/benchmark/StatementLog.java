package org.harmregistry.acceptance.benchmark;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * Listens to what the service asks of the database for one request, so that PostgreSQL alone can be given the same: the
 * server logs its statements for a moment.
 */
final class StatementLog {

    /** Jobs that run once a second are now and then heard as well. */
    private static final int ATTEMPTS = 20;
    private static final String SETTING = "alter system set log_statement = ";

    private final Stage stage;
    private final ObjectMapper mapper = new ObjectMapper();

    StatementLog(Stage stage) {
        this.stage = stage;
    }

    /** The statements of one request, transaction control included, in their order. */
    List<Statement> of(Callable<?> request) throws Exception {
        try (Connection administrator = stage.administrator()) {
            for (int i = 0; i < ATTEMPTS; i++) {
                long from = Files.size(stage.statements());
                logging(administrator, "all");
                request.call();
                logging(administrator, "none");
                List<List<Statement>> units = units(written(from));
                if (units.size() == 1) {
                    return units.get(0);
                }
            }
            throw new IllegalStateException("the statements of one request could not be told from others");
        }
    }

    /** The server tells its processes one after the other; the administrator's own is one of them. */
    private static void logging(Connection administrator, String what) throws SQLException, InterruptedException {
        try (java.sql.Statement statement = administrator.createStatement()) {
            statement.execute(SETTING + "'" + what + "'");
            statement.execute("select pg_reload_conf()");
            TimeUnit.MILLISECONDS.sleep(40);
            while (!is(statement, what)) {
                TimeUnit.MILLISECONDS.sleep(20);
            }
        }
    }

    private static boolean is(java.sql.Statement statement, String what) throws SQLException {
        try (ResultSet row = statement.executeQuery("show log_statement")) {
            return row.next() && row.getString(1).equals(what);
        }
    }

    /** Waits until the server, which writes its log on the side, has written all that was said before logging ended. */
    private List<JsonNode> written(long from) throws IOException, InterruptedException {
        for (int i = 0; i < 100; i++) {
            List<JsonNode> lines = lines(from);
            if (lines.stream().anyMatch(line -> line.path("message").asText().contains(SETTING + "'none'"))) {
                return lines;
            }
            TimeUnit.MILLISECONDS.sleep(50);
        }
        throw new IllegalStateException("the server's log did not get on");
    }

    /** What each connection did, without what was background work. */
    private List<List<Statement>> units(List<JsonNode> lines) {
        Map<Long, List<Statement>> open = new LinkedHashMap<>();
        List<List<Statement>> done = new ArrayList<>();
        for (JsonNode line : lines) {
            if (!stage.measured().database().service().equals(line.path("user").asText())) {
                continue;
            }
            String message = line.path("message").asText();
            String sql = message.replaceFirst("^(statement|execute [^:]*): ", "");
            if (!sql.equals(message)) {
                long connection = line.path("pid").asLong();
                if (isBegin(sql) && open.containsKey(connection)) {
                    done.add(open.remove(connection)); // What stood outside a transaction was another's.
                }
                List<Statement> unit = open.computeIfAbsent(connection, pid -> new ArrayList<>());
                unit.add(new Statement(sql.strip(), Statement.values(line.path("detail").asText(null))));
                if (sql.toUpperCase().startsWith("COMMIT") || sql.toUpperCase().startsWith("ROLLBACK")) {
                    open.remove(connection);
                    if (isBegin(unit.get(0).sql())) {
                        done.add(unit); // Otherwise its beginning was not heard: it was there before the request.
                    }
                }
            }
        }
        // A request is answered once its transaction has ended: one that is still open belongs to none.
        open.values().stream().filter(unit -> !isBegin(unit.get(0).sql())).forEach(done::add);
        done.removeIf(unit -> unit.stream().anyMatch(
                statement -> stage.measured().background().stream().anyMatch(statement.sql()::contains)));
        return done;
    }

    private static boolean isBegin(String sql) {
        return sql.toUpperCase().startsWith("BEGIN");
    }

    private List<JsonNode> lines(long from) throws IOException {
        Path log = stage.statements();
        List<JsonNode> lines = new ArrayList<>();
        try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
            file.seek(from);
            byte[] bytes = new byte[(int) (file.length() - from)];
            file.readFully(bytes);
            String text = new String(bytes, StandardCharsets.UTF_8);
            for (String line : text.substring(0, text.lastIndexOf('\n') + 1).split("\n")) {
                if (!line.isBlank()) {
                    lines.add(mapper.readTree(line));
                }
            }
        }
        return lines;
    }
}
