package org.harmregistry.reports.log.domain;

import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.bouncycastle.crypto.params.Ed25519PublicKeyParameters;
import org.bouncycastle.crypto.signers.Ed25519Signer;

/**
 * An outside witness of the log (C2SP tlog-witness), whose cosignatures are of the kind Ed25519 v1 (C2SP tlog-cosignature).
 *
 * @param name its name in signatures
 * @param key its verifier key, {@code <name>+<key id>+<key>} (C2SP signed-note)
 * @param id four bytes by which its signatures are known
 * @param publicKey 32 bytes (RFC 8032)
 * @param address where checkpoints are sent to
 */
public record Cosigner(String name, String key, byte[] id, byte[] publicKey, URI address) {

    private static final byte COSIGNATURE = 4;
    private static final int KEY = 32;
    private static final int ID = 4;
    private static final int TIME = 8;
    private static final int SIGNATURE = 64;
    private static final Pattern WRITTEN = Pattern
            .compile("(([^\\s+,]+)\\+([0-9a-f]{8})\\+([A-Za-z0-9+/]{44}))\\s+(https?://\\S+)");
    private static final Pattern LINE = Pattern.compile("\u2014 (\\S+) ([A-Za-z0-9+/]+={0,2})");

    /**
     * Reads a witness as an operator writes it: its verifier key, a space, and the address that its submission prefix is.
     *
     * @throws IllegalArgumentException if that is not what is there
     */
    static Cosigner of(String written) {
        Matcher parts = WRITTEN.matcher(written.strip());
        if (!parts.matches()) {
            throw refused("takes name+id+key, a space and an address for each witness");
        }
        byte[] typed = Base64.getDecoder().decode(parts.group(4));
        byte[] id = MerkleHash.keyId(parts.group(2), typed);
        if (typed.length != KEY + 1 || typed[0] != COSIGNATURE || !HexFormat.of().formatHex(id).equals(parts.group(3))) {
            throw refused(
                    "names a witness whose key is no Ed25519 key for cosignatures, or not of its name: " + parts.group(2));
        }
        return new Cosigner(parts.group(2), parts.group(1), id, Arrays.copyOfRange(typed, 1, typed.length),
                URI.create(parts.group(5).replaceFirst("/+$", "") + "/add-checkpoint"));
    }

    private static IllegalArgumentException refused(String how) {
        return new IllegalArgumentException("registry.log.witnesses " + how);
    }

    /**
     * What it says of a checkpoint.
     *
     * @param line the line of its signature, without its end
     * @param at when it signed, UTC
     */
    public record Cosignature(String line, Instant at) {
    }

    /**
     * Finds its cosignature of a checkpoint among lines of signatures; empty if there is none that holds. Lines of others are
     * left alone.
     *
     * @param body the text that is signed
     */
    Optional<Cosignature> cosignature(String body, String lines) {
        return lines.lines().map(LINE::matcher).filter(Matcher::matches).filter(line -> line.group(1).equals(name))
                .flatMap(line -> checked(body, line.group(), line.group(2)).stream()).findFirst();
    }

    private Optional<Cosignature> checked(String body, String line, String encoded) {
        byte[] signed;
        try {
            signed = Base64.getDecoder().decode(encoded);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
        if (signed.length != ID + TIME + SIGNATURE || !Arrays.equals(Arrays.copyOf(signed, ID), id)) {
            return Optional.empty();
        }
        long time = ByteBuffer.wrap(signed, ID, TIME).getLong();
        byte[] text = ("cosignature/v1\ntime " + time + "\n" + body).getBytes(StandardCharsets.UTF_8);
        Ed25519Signer check = new Ed25519Signer();
        check.init(false, new Ed25519PublicKeyParameters(publicKey));
        check.update(text, 0, text.length);
        return time >= 0 && time <= Instant.MAX.getEpochSecond()
                && check.verifySignature(Arrays.copyOfRange(signed, ID + TIME, signed.length))
                        ? Optional.of(new Cosignature(line, Instant.ofEpochSecond(time)))
                        : Optional.empty();
    }
}
