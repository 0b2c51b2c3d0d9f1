package org.harmregistry.sources.archive;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

import org.bouncycastle.crypto.digests.SHA256Digest;

/**
 * A SHA-256 in the making whose state can be kept, so that another replica can go on with it. The platform's own digest cannot
 * be
 * kept; it is used where that is not needed, as it is several times as fast.
 */
final class RunningDigest {

    private final SHA256Digest digest;

    private RunningDigest(SHA256Digest digest) {
        this.digest = digest;
    }

    static RunningDigest begin() {
        return new RunningDigest(new SHA256Digest());
    }

    /** @param state as {@link #state()} gave it */
    static RunningDigest resume(byte[] state) {
        return new RunningDigest(new SHA256Digest(state));
    }

    void update(byte[] bytes) {
        digest.update(bytes, 0, bytes.length);
    }

    byte[] state() {
        return digest.getEncodedState();
    }

    /** The digest of all that came so far, {@code sha-256:<hex>}. */
    String soFar() {
        byte[] result = new byte[digest.getDigestSize()];
        new SHA256Digest(digest).doFinal(result, 0);
        return "sha-256:" + HexFormat.of().formatHex(result);
    }

    /** SHA-256 of a whole. */
    static byte[] of(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
