package org.harmregistry.sources.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;

/** The operator's key file of a test run. */
public final class WitnessKeys {

    private static Path file;

    private WitnessKeys() {
    }

    /** The file, with one wrapping key and one index key. */
    static synchronized Path made() {
        try {
            file = Files.createTempFile("witness-keys", ".properties",
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            file.toFile().deleteOnExit();
            write("wrapping.primary=first\nwrapping.first=" + random() + "\nindex.primary=first\nindex.first=" + random()
                    + "\n");
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static String content() throws IOException {
        return Files.readString(file);
    }

    /** Puts another content in the place of the present one in one step, as an operator does. */
    public static void write(String content) throws IOException {
        Path fresh = Files.createTempFile(file.getParent(), "witness-keys", ".new",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(fresh, content);
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
    }

    public static Path file() {
        return file;
    }

    /** Base64 of 32 random bytes. */
    public static String random() {
        byte[] bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        return Base64.getEncoder().encodeToString(bytes);
    }
}
