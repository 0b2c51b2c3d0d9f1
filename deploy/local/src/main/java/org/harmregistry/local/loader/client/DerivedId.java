package org.harmregistry.local.loader.client;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;

/**
 * Ids that follow from what a record is, so that a second run, on any machine, names the same records again and
 * {@code PUT} with {@code If-None-Match: *} changes nothing. RFC 9562 version 8: 122 bits of the SHA-256.
 */
public final class DerivedId {

    private DerivedId() {
    }

    /**
     * @param kind the kind of record, such as {@code tally}
     * @param key what tells it from others of its kind in the file it comes from
     */
    public static UUID of(String kind, String key) {
        ByteBuffer hash = ByteBuffer.wrap(sha256(kind + "\n" + key));
        long high = hash.getLong() & 0xFFFF_FFFF_FFFF_0FFFL | 0x8000L;
        long low = hash.getLong() & 0x3FFF_FFFF_FFFF_FFFFL | 0x8000_0000_0000_0000L;
        return new UUID(high, low);
    }

    /** The SHA-256 of a text in UTF-8, as 64 hexadecimal digits. */
    public static String digest(String text) {
        return HexFormat.of().formatHex(sha256(text));
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
