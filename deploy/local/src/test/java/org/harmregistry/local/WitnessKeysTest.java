package org.harmregistry.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.Properties;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WitnessKeysTest {

    @Test
    void keysAreMadeOnceForTheirOwnersEyes(@TempDir Path folder) throws IOException {
        StateFolder state = StateFolder.open(folder);
        Path file = new WitnessKeys(state).file();

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("rw-------");
        Properties keys = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            keys.load(reader);
        }
        byte[] wrapping = Base64.getDecoder().decode(keys.getProperty("wrapping." + keys.getProperty("wrapping.primary")));
        byte[] index = Base64.getDecoder().decode(keys.getProperty("index." + keys.getProperty("index.primary")));
        assertThat(wrapping).hasSize(32).isNotEqualTo(index);
        assertThat(index).hasSize(32);

        String before = Files.readString(file);
        state.forgetData();
        assertThat(Files.readString(new WitnessKeys(state).file())).isEqualTo(before);
    }
}
