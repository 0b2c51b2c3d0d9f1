package org.harmregistry.sources.upload.domain;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.harmregistry.kit.problem.Failure;

import io.vertx.core.buffer.Buffer;

/** The checksum of one request's bytes (tus 1.0, extension checksum), made as they come. */
public final class Checksum {

    /** The algorithms, as tus names them. */
    public static final String ALGORITHMS = "sha1,sha256";

    private static final Map<String, String> KNOWN = Map.of("sha1", "SHA-1", "sha256", "SHA-256");
    private static final Pattern FORM = Pattern.compile("([a-z0-9]+) ([A-Za-z0-9+/]+={0,2})");

    private final byte[] said;
    private final MessageDigest made;

    private Checksum(byte[] said, MessageDigest made) {
        this.said = said;
        this.made = made;
    }

    /**
     * @param header {@code Upload-Checksum}, or {@code null}
     * @return {@code null} if no checksum was sent
     * @throws Failure 400 if it is malformed, or of an algorithm that is not taken
     */
    public static Checksum of(String header) {
        if (header == null) {
            return null;
        }
        Matcher form = FORM.matcher(header.trim());
        if (!form.matches() || !KNOWN.containsKey(form.group(1))) {
            throw unknown();
        }
        try {
            return new Checksum(Base64.getDecoder().decode(form.group(2)),
                    MessageDigest.getInstance(KNOWN.get(form.group(1))));
        } catch (IllegalArgumentException e) {
            throw unknown();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Failure unknown() {
        return Failure.at(UploadFailure.UPLOAD_CHECKSUM_UNKNOWN, "#Upload-Checksum", "Send one of " + ALGORITHMS
                + ", a space and the checksum in Base64.");
    }

    void add(Buffer piece) {
        made.update(piece.getBytes());
    }

    /** @throws Failure 460 if other bytes came */
    void require() {
        if (!Arrays.equals(said, made.digest())) {
            throw Failure.of(UploadFailure.UPLOAD_CHECKSUM_MISMATCH);
        }
    }
}
