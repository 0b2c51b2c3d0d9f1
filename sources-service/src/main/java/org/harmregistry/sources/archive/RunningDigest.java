package org.harmregistry.sources.archive;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

import org.bouncycastle.crypto.digests.SHA256Digest;

/**
 * A SHA-256 in the making. One whose state can be kept, so that another replica can go on with it, is several times as slow as
 * the platform's own, which cannot be kept.
 */
final class RunningDigest {

    private final MessageDigest plain;
    private final SHA256Digest keepable;

    private RunningDigest(MessageDigest plain, SHA256Digest keepable) {
        this.plain = plain;
        this.keepable = keepable;
    }

    static RunningDigest plain() {
        return new RunningDigest(sha256(), null);
    }

    /** @param state as {@link #state()} gave it; {@code null} to begin */
    static RunningDigest keepable(byte[] state) {
        return new RunningDigest(null, state == null ? new SHA256Digest() : new SHA256Digest(state));
    }

    void update(byte[] bytes) {
        if (plain != null) {
            plain.update(bytes);
        } else {
            keepable.update(bytes, 0, bytes.length);
        }
    }

    /** What to go on with; {@code null} if it cannot be kept. */
    byte[] state() {
        return plain == null ? keepable.getEncodedState() : null;
    }

    /** The digest of all that came, {@code sha-256:<hex>}; nothing may come afterwards. */
    String finish() {
        byte[] result = new byte[32];
        if (plain != null) {
            result = plain.digest();
        } else {
            keepable.doFinal(result, 0);
        }
        return "sha-256:" + HexFormat.of().formatHex(result);
    }

    /** SHA-256 of a whole. */
    static byte[] of(byte[] bytes) {
        return sha256().digest(bytes);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
