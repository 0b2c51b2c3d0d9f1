package org.harmregistry.verifier;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 over one or several pieces. */
final class Sha256 {

    private Sha256() {
    }

    static byte[] of(byte[]... pieces) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (byte[] piece : pieces) {
                digest.update(piece);
            }
            return digest.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    static String hex(byte[]... pieces) {
        return HexFormat.of().formatHex(of(pieces));
    }

    /** In the notation of the registry's documents. */
    static String named(byte[]... pieces) {
        return "sha-256:" + hex(pieces);
    }
}
