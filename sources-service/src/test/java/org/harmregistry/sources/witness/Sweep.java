package org.harmregistry.sources.witness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

import org.harmregistry.kit.json.CanonicalJson;
import org.harmregistry.kit.testing.PostgresResource;
import org.harmregistry.sources.testing.Stores;

/** Searches everything that a seized server would give away for a mark: in clear, and as base64 and hexadecimal digits. */
final class Sweep {

    private final List<byte[]> forms = new ArrayList<>();

    Sweep(String mark) {
        byte[] bytes = mark.getBytes(StandardCharsets.UTF_8);
        forms.add(bytes);
        forms.add(mark.getBytes(StandardCharsets.UTF_16LE));
        forms.add(HexFormat.of().formatHex(bytes).getBytes(StandardCharsets.US_ASCII));
        for (int shift = 0; shift < 3; shift++) {
            // Where the mark begins within three bytes decides how it reads; what its neighbours decide with is left out.
            String encoded = Base64.getEncoder().withoutPadding().encodeToString((" ".repeat(shift) + mark).getBytes(
                    StandardCharsets.UTF_8));
            forms.add(encoded.substring(shift == 0 ? 0 : shift + 1, encoded.length() - 2).getBytes(StandardCharsets.US_ASCII));
        }
    }

    /**
     * Every place of register and archive that gives the mark away: by itself, or by a digest of a body that held it, which
     * whoever has a guess could compare.
     *
     * @param bodies JSON that was sent and holds marks
     */
    List<String> kept(List<String> bodies) throws SQLException, IOException {
        List<String> kept = new ArrayList<>(tables());
        kept.addAll(documents());
        kept.addAll(files());
        for (String body : bodies) {
            kept.addAll(new Sweep(CanonicalJson.digest(body).substring("sha-256:".length())).tables());
        }
        return kept;
    }

    boolean finds(String text) {
        return finds(text.getBytes(StandardCharsets.UTF_8));
    }

    boolean finds(byte[] bytes) {
        return forms.stream().anyMatch(form -> indexOf(bytes, form) >= 0);
    }

    private static int indexOf(byte[] bytes, byte[] form) {
        outer: for (int i = 0; i <= bytes.length - form.length; i++) {
            for (int j = 0; j < form.length; j++) {
                if (bytes[i + j] != form[j]) {
                    continue outer;
                }
            }
            return i;
        }
        return -1;
    }

    /** Tables of the register with a row that holds the mark, whoever may read them. */
    List<String> tables() throws SQLException {
        List<String> found = new ArrayList<>();
        try (Connection superuser = superuser(); Statement statement = superuser.createStatement()) {
            List<String> tables = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery("select format('%I.%I', schemaname, tablename) from pg_tables"
                    + " where schemaname not in ('pg_catalog', 'information_schema')")) {
                while (rows.next()) {
                    tables.add(rows.getString(1));
                }
            }
            for (String table : tables) {
                try (ResultSet rows = statement.executeQuery("select cast(t as text) from " + table + " t")) {
                    while (rows.next()) {
                        if (finds(rows.getString(1)) && !found.contains(table)) {
                            found.add(table);
                        }
                    }
                }
            }
        }
        return found;
    }

    /** Files of the register's server that hold the mark, its write-ahead log among them. */
    List<String> files() throws SQLException, IOException {
        try (Connection superuser = superuser(); Statement statement = superuser.createStatement()) {
            statement.execute("checkpoint");
            try (ResultSet row = statement.executeQuery("show data_directory")) {
                row.next();
                Path folder = Path.of(row.getString(1));
                try (Stream<Path> files = Files.walk(folder)) {
                    return files.filter(Files::isRegularFile).filter(this::holds)
                            .map(file -> folder.relativize(file).toString())
                            .toList();
                }
            }
        }
    }

    private boolean holds(Path file) {
        try {
            return finds(Files.readAllBytes(file));
        } catch (NoSuchFileException e) {
            // The server took it away meanwhile.
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Documents in MongoDB that hold the mark. */
    List<String> documents() {
        return Stores.documents().stream().filter(this::finds).toList();
    }

    private static Connection superuser() throws SQLException {
        return DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + PostgresResource.port() + "/registry", "postgres",
                "postgres");
    }
}
