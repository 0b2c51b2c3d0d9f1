package org.harmregistry.reports;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

import org.harmregistry.reports.log.PlainLog;

/** Signs as C2SP tlog-cosignature says, with the Ed25519 of the JDK. */
final class SigningWitness {

    private static final byte[] DER = HexFormat.of().parseHex("302a300506032b6570032100");
    private static final int KEY = 32;

    private final String name;
    private final KeyPair keys;

    SigningWitness(String name) {
        this.name = name;
        try {
            this.keys = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    String name() {
        return name;
    }

    /** Its verifier key, name+id+key. */
    String key() {
        return name + "+" + HexFormat.of().formatHex(id(name, (byte) 4, raw())) + "+"
                + Base64.getEncoder().encodeToString(joined(new byte[] { 4 }, raw()));
    }

    private byte[] raw() {
        byte[] encoded = keys.getPublic().getEncoded();
        return Arrays.copyOfRange(encoded, encoded.length - KEY, encoded.length);
    }

    /** The line of its signature under a note, made now. */
    String line(String note) {
        long now = Instant.now().getEpochSecond();
        String text = "cosignature/v1\ntime " + now + "\n" + note.substring(0, note.indexOf("\n\n") + 1);
        try {
            Signature signer = Signature.getInstance("Ed25519");
            signer.initSign(keys.getPrivate());
            signer.update(text.getBytes(StandardCharsets.UTF_8));
            byte[] signed = joined(joined(id(name, (byte) 4, raw()), ByteBuffer.allocate(8).putLong(now).array()),
                    signer.sign());
            return "\u2014 " + name + " " + Base64.getEncoder().encodeToString(signed) + "\n";
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** True if a note bears the signature of a log's key. */
    static boolean isSigned(String note, String origin, byte[] key) {
        byte[] id = id(origin, (byte) 1, key);
        return note.substring(note.indexOf("\n\n") + 2).lines().filter(line -> line.startsWith("\u2014 " + origin + " "))
                .map(line -> Base64.getDecoder().decode(line.substring(line.lastIndexOf(' ') + 1)))
                .filter(signed -> Arrays.equals(Arrays.copyOf(signed, 4), id))
                .anyMatch(signed -> verifies(key, note.substring(0, note.indexOf("\n\n") + 1),
                        Arrays.copyOfRange(signed, 4, signed.length)));
    }

    private static boolean verifies(byte[] key, String text, byte[] signature) {
        try {
            PublicKey known = KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(joined(DER, key)));
            Signature check = Signature.getInstance("Ed25519");
            check.initVerify(known);
            check.update(text.getBytes(StandardCharsets.UTF_8));
            return check.verify(signature);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    private static byte[] id(String name, byte type, byte[] key) {
        return Arrays.copyOf(PlainLog.sha256((name + "\n").getBytes(StandardCharsets.UTF_8), new byte[] { type }, key), 4);
    }

    private static byte[] joined(byte[] one, byte[] other) {
        byte[] both = Arrays.copyOf(one, one.length + other.length);
        System.arraycopy(other, 0, both, one.length, other.length);
        return both;
    }
}
