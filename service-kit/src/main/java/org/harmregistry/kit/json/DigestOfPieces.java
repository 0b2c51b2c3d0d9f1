package org.harmregistry.kit.json;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The SHA-256 of content that comes in pieces, too long to be held whole. */
public final class DigestOfPieces {

    private final MessageDigest digest = sha256();

    /** Takes in the next piece. */
    public void add(byte[] piece) {
        digest.update(piece);
    }

    /** The digest of all pieces, {@code sha-256:<hex>}; nothing may come afterwards. */
    public String value() {
        return "sha-256:" + HexFormat.of().formatHex(digest.digest());
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
