package org.harmregistry.sources.capture.domain;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Compares content with a digest as captures write it: {@code sha256:<hex>}, or bare hexadecimal. */
final class Digests {

    private static final Pattern STATED = Pattern.compile("(?:(sha-?256|sha-?512):)?([0-9a-fA-F]{64}|[0-9a-fA-F]{128})");

    private Digests() {
    }

    /**
     * What came of a comparison.
     *
     * @param length bytes read
     */
    record Digested(boolean matches, long length) {
    }

    /** Reads all of the content; a digest that is not understood does not match. */
    static Digested of(String stated, InputStream content) throws IOException {
        Matcher matcher = STATED.matcher(stated.strip());
        boolean understood = matcher.matches();
        MessageDigest digest = digest(understood && matcher.group(2).length() == 128 ? "SHA-512" : "SHA-256");
        byte[] piece = new byte[64 * 1024];
        long length = 0;
        for (int read = content.read(piece); read >= 0; read = content.read(piece)) {
            digest.update(piece, 0, read);
            length += read;
        }
        boolean matches = understood && MessageDigest.isEqual(digest.digest(),
                HexFormat.of().parseHex(matcher.group(2).toLowerCase(Locale.ROOT)));
        return new Digested(matches, length);
    }

    static MessageDigest digest(String algorithm) {
        try {
            return MessageDigest.getInstance(algorithm);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
