package org.harmregistry.acceptance.benchmark;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.RandomAccessFile;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * How long PostgreSQL works for what the measured service asks of it, by the server's own word: the durations of all its
 * statements in a time, but for those of jobs.
 */
final class ReadTime {

    private static final Pattern DURATION = Pattern.compile("duration: ([0-9.]+) ms.*", Pattern.DOTALL);

    private final Stage stage;
    private final ObjectMapper mapper = new ObjectMapper();
    private long from;

    ReadTime(Stage stage) {
        this.stage = stage;
    }

    void begin() throws SQLException, IOException, InterruptedException {
        telling("0");
        from = Files.size(stage.statements());
    }

    /** Seconds since it began. */
    double end() throws SQLException, IOException, InterruptedException {
        telling("-1");
        double milliseconds = 0;
        try (RandomAccessFile file = new RandomAccessFile(stage.statements().toFile(), "r")) {
            file.seek(from);
            BufferedReader lines = new BufferedReader(
                    new InputStreamReader(Channels.newInputStream(file.getChannel()), StandardCharsets.UTF_8));
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                milliseconds += milliseconds(line);
            }
        }
        return milliseconds / 1_000;
    }

    private double milliseconds(String line) throws IOException {
        if (!line.startsWith("{") || !line.endsWith("}")) {
            return 0;
        }
        JsonNode said = mapper.readTree(line);
        String message = said.path("message").asText();
        Matcher duration = DURATION.matcher(message);
        boolean own = stage.measured().database().service().equals(said.path("user").asText())
                && stage.measured().background().stream().noneMatch(message::contains);
        return own && duration.matches() ? Double.parseDouble(duration.group(1)) : 0;
    }

    /** The server tells its processes one after the other, and writes its log on the side. */
    private void telling(String least) throws SQLException, InterruptedException {
        try (Connection administrator = stage.administrator(); java.sql.Statement statement = administrator.createStatement()) {
            statement.execute("alter system set log_min_duration_statement = " + least);
            statement.execute("select pg_reload_conf()");
        }
        TimeUnit.SECONDS.sleep(1);
    }
}
