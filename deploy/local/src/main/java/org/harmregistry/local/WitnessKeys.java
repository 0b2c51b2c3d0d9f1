package org.harmregistry.local;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * The operator's file of keys for what endangers witnesses: made at random on first use, for its owner's eyes only,
 * outside of all data. Whoever loses it loses what is sealed; it is kept apart from backups of the data and never in one
 * place with them.
 */
final class WitnessKeys {

    private static final int KEY_BYTES = 32;

    private final Path file;

    WitnessKeys(StateFolder state) {
        this.file = state.keys().resolve("witness-keys.properties");
    }

    /** The file, the same for as long as the state folder lasts. An operator may add keys to it and take them out. */
    Path file() {
        if (!Files.exists(file)) {
            StateFiles.writePrivately(file, String.join("\n", "wrapping.primary=1", "wrapping.1=" + random(), "index.primary=1",
                    "index.1=" + random(), ""));
        }
        return file;
    }

    private static String random() {
        byte[] key = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(key);
        return Base64.getEncoder().encodeToString(key);
    }
}
