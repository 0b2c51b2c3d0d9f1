package org.harmregistry.reports.log.domain;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.signers.Ed25519Signer;
import org.bouncycastle.crypto.util.PrivateKeyFactory;
import org.eclipse.microprofile.config.inject.ConfigProperty;

import io.quarkus.runtime.Startup;

/**
 * The keys that checkpoints are signed with (Ed25519, RFC 8032), as PKCS#8 in Base64, separated by commas: the first signs, the
 * others signed before. Notes and verifier keys are in the form of C2SP signed-note.
 */
@Startup
@ApplicationScoped
public class LogKeys {

    private static final byte ED25519 = 1;

    private final List<Ed25519PrivateKeyParameters> keys;

    public LogKeys(@ConfigProperty(name = "registry.log.signing-key") List<String> keys) {
        this.keys = keys.stream().map(LogKeys::read).toList();
    }

    /** The verifier keys of a log by that name, the one that signs now first. */
    public List<String> verifierKeys(String origin) {
        return keys.stream().map(key -> verifierKey(origin, key)).toList();
    }

    String current(String origin) {
        return verifierKey(origin, keys.get(0));
    }

    /**
     * A head as a note with the signature of each key, the one that signs now first. Ed25519 gives one signature for one text.
     */
    List<String> signed(String origin, TreeHead head) {
        return keys.stream().map(key -> signed(origin, head.text(origin), key)).toList();
    }

    private static String signed(String origin, String text, Ed25519PrivateKeyParameters key) {
        byte[] content = text.getBytes(StandardCharsets.UTF_8);
        Ed25519Signer signer = new Ed25519Signer();
        signer.init(true, key);
        signer.update(content, 0, content.length);
        byte[] signature = joined(MerkleHash.keyId(origin, typed(key)), signer.generateSignature());
        return text + "\n\u2014 " + origin + " " + Base64.getEncoder().encodeToString(signature) + "\n";
    }

    private static String verifierKey(String origin, Ed25519PrivateKeyParameters key) {
        byte[] typed = typed(key);
        return origin + "+" + HexFormat.of().formatHex(MerkleHash.keyId(origin, typed)) + "+"
                + Base64.getEncoder().encodeToString(typed);
    }

    private static byte[] typed(Ed25519PrivateKeyParameters key) {
        return joined(new byte[] { ED25519 }, key.generatePublicKey().getEncoded());
    }

    private static byte[] joined(byte[] first, byte[] second) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(first);
        bytes.writeBytes(second);
        return bytes.toByteArray();
    }

    private static Ed25519PrivateKeyParameters read(String key) {
        try {
            if (PrivateKeyFactory
                    .createKey(Base64.getDecoder().decode(key.strip())) instanceof Ed25519PrivateKeyParameters own) {
                return own;
            }
        } catch (IOException | IllegalArgumentException e) {
            // The exception could carry a piece of the key.
        }
        throw new IllegalArgumentException("registry.log.signing-key takes Ed25519 keys as PKCS#8 in Base64");
    }
}
