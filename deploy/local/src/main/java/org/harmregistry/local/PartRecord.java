package org.harmregistry.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

import org.harmregistry.local.process.ProcessIdentity;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;

/**
 * What the launcher remembers of a part that it started, for the next command.
 *
 * @param process null for a server that the user brought
 * @param settings digest of what it was started with
 */
public record PartRecord(Endpoint endpoint, ProcessIdentity process, String settings) {

    private static final ObjectMapper JSON = JsonMapper.builder().disable(MapperFeature.AUTO_DETECT_IS_GETTERS).build();

    static Optional<PartRecord> read(StateFolder state, PartName name) {
        try {
            Path file = file(state, name);
            return Files.exists(file) ? Optional.of(JSON.readValue(file.toFile(), PartRecord.class)) : Optional.empty();
        } catch (JacksonException e) {
            throw new Fault("What is known of " + name.text() + " in " + file(state, name) + " is not readable",
                    "End that process by hand if it runs, delete the file, and try again");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void write(StateFolder state, PartName name) {
        try {
            StateFiles.writePrivately(file(state, name), JSON.writeValueAsString(this));
        } catch (JacksonException e) {
            throw new IllegalStateException(e);
        }
    }

    static void forget(StateFolder state, PartName name) {
        try {
            Files.deleteIfExists(file(state, name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean runs() {
        return process != null && process.isAlive();
    }

    boolean isUsers() {
        return process == null;
    }

    private static Path file(StateFolder state, PartName name) {
        return state.run().resolve(name.text() + ".json");
    }
}
