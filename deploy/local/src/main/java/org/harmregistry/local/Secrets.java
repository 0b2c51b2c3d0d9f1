package org.harmregistry.local;

import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Properties;
import java.util.function.Supplier;

/** Passwords and keys of this machine's suite: made at random on first use, kept in one private file. */
public final class Secrets {

    private static final int BYTES = 24;
    private static final int KEY_BYTES = 32;
    private static final int RSA_BITS = 3072;

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
    public String get(String name) {
        return get(name, () -> {
            byte[] random = new byte[BYTES];
            new SecureRandom().nextBytes(random);
            return HexFormat.of().formatHex(random);
        });
    }

    /** A key of that name, 32 bytes in Base64. */
    public String key(String name) {
        return get(name, () -> {
            byte[] random = new byte[KEY_BYTES];
            new SecureRandom().nextBytes(random);
            return Base64.getEncoder().encodeToString(random);
        });
    }

    /** A signing key of that name (Ed25519), as PKCS#8 in Base64. */
    public String signingKey(String name) {
        return get(name, () -> {
            try {
                return Base64.getEncoder()
                        .encodeToString(KeyPairGenerator.getInstance("Ed25519").generateKeyPair().getPrivate().getEncoded());
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    /** A key pair of that name (RSA), its private half as PKCS#8 in Base64: what identity providers take assertions by. */
    public String rsaKey(String name) {
        return get(name, () -> {
            try {
                KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
                generator.initialize(RSA_BITS);
                return Base64.getEncoder().encodeToString(generator.generateKeyPair().getPrivate().getEncoded());
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private synchronized String get(String name, Supplier<String> made) {
        String value = values.getProperty(name);
        if (value == null) {
            value = made.get();
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
