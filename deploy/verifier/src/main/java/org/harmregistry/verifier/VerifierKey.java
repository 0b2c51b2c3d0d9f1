package org.harmregistry.verifier;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * A verifier key of a log or of a witness, {@code <name>+<key id>+<key>} (C2SP signed-note), for Ed25519.
 *
 * @param name the log's or the witness's name
 * @param id four bytes by which notes name the key
 * @param publicKey 32 bytes (RFC 8032)
 */
record VerifierKey(String name, byte[] id, byte[] publicKey) {

    private static final int ED25519 = 1;
    private static final int ED25519_COSIGNATURE = 4;
    private static final int LENGTH = 33;

    /** What stands before the 32 bytes in a SubjectPublicKeyInfo (RFC 8410). */
    private static final byte[] DER = HexFormat.of().parseHex("302a300506032b6570032100");

    /** The key of a log. */
    static VerifierKey of(String text) throws NotSoundException {
        return of(text, ED25519);
    }

    /** The key of a witness, who signs with a time (C2SP tlog-cosignature). */
    static VerifierKey ofWitness(String text) throws NotSoundException {
        return of(text, ED25519_COSIGNATURE);
    }

    private static VerifierKey of(String text, int type) throws NotSoundException {
        String[] parts = text.split("\\+", 3);
        if (parts.length != 3 || parts[0].isEmpty() || !parts[1].matches("[0-9a-f]{8}")) {
            throw new NotSoundException("the key is not of the form name+id+key");
        }
        byte[] typed = Base64Text.decode(parts[2], "the key");
        if (typed.length != LENGTH || typed[0] != type) {
            throw new NotSoundException("the key is no Ed25519 key of this kind");
        }
        byte[] id = Arrays.copyOf(Sha256.of((parts[0] + "\n").getBytes(StandardCharsets.UTF_8), typed), 4);
        if (!HexFormat.of().formatHex(id).equals(parts[1])) {
            throw new NotSoundException("the key's id does not follow from its name and bytes");
        }
        return new VerifierKey(parts[0], id, Arrays.copyOfRange(typed, 1, LENGTH));
    }

    boolean isSameAs(VerifierKey other) {
        return name.equals(other.name) && Arrays.equals(publicKey, other.publicKey);
    }

    boolean signed(byte[] content, byte[] signature) {
        try {
            byte[] encoded = Arrays.copyOf(DER, DER.length + publicKey.length);
            System.arraycopy(publicKey, 0, encoded, DER.length, publicKey.length);
            PublicKey key = KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded));
            Signature check = Signature.getInstance("Ed25519");
            check.initVerify(key);
            check.update(content);
            return check.verify(signature);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }
}
