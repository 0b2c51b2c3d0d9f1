package org.harmregistry.local;

import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Properties;

/** Passwords and keys of this machine's suite: made at random on first use, kept in one private file. */
public final class Secrets {

    private static final int BYTES = 24;

    private final Path file;
    private final Properties values = new Properties();

    public Secrets(StateFolder state) {
        this.file = state.keys().resolve("secrets.properties");
        if (Files.exists(file)) {
            try (Reader reader = Files.newBufferedReader(file)) {
                values.load(reader);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** The secret of that name, the same for as long as the state folder lasts. */
    public synchronized String get(String name) {
        String value = values.getProperty(name);
        if (value == null) {
            byte[] random = new byte[BYTES];
            new SecureRandom().nextBytes(random);
            value = HexFormat.of().formatHex(random);
            values.setProperty(name, value);
            save();
        }
        return value;
    }

    private void save() {
        try (StringWriter text = new StringWriter()) {
            values.store(text, null);
            StateFiles.writePrivately(file, text.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
