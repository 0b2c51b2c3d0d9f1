package org.harmregistry.acceptance.benchmark;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
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

    /** What runs in the background takes such a lock first, and belongs to no request. */
    private static final String BACKGROUND = "pg_try_advisory_xact_lock";
    private static final int ATTEMPTS = 5;

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
                List<List<Statement>> units = units(from);
                if (units.size() == 1) {
                    return units.get(0);
                }
            }
            throw new IllegalStateException("the statements of one request could not be told from others");
        }
    }

    private static void logging(Connection administrator, String what) throws SQLException, InterruptedException {
        try (java.sql.Statement statement = administrator.createStatement()) {
            statement.execute("alter system set log_statement = '" + what + "'");
            statement.execute("select pg_reload_conf()");
        }
        TimeUnit.MILLISECONDS.sleep(40);
    }

    /** What each connection did, without what was background work. */
    private List<List<Statement>> units(long from) throws IOException {
        Map<Long, List<Statement>> open = new LinkedHashMap<>();
        List<List<Statement>> done = new ArrayList<>();
        for (JsonNode line : lines(from)) {
            if (!Stage.DATABASE.service().equals(line.path("user").asText())) {
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
                    done.add(open.remove(connection));
                }
            }
        }
        // A request is answered once its transaction has ended: one that is still open belongs to none.
        open.values().stream().filter(unit -> !isBegin(unit.get(0).sql())).forEach(done::add);
        done.removeIf(unit -> unit.stream().anyMatch(statement -> statement.sql().contains(BACKGROUND)));
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
            for (String line : new String(bytes, StandardCharsets.UTF_8).split("\n")) {
                if (!line.isBlank()) {
                    lines.add(mapper.readTree(line));
                }
            }
        }
        return lines;
    }
}
