package org.harmregistry.sources.custody.domain;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.signers.Ed25519Signer;
import org.bouncycastle.crypto.util.PrivateKeyFactory;
import org.bouncycastle.crypto.util.SubjectPublicKeyInfoFactory;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.harmregistry.kit.json.CanonicalJson;

import io.quarkus.runtime.Startup;

/**
 * The keys that certificates are signed with (Ed25519, RFC 8032), as PKCS#8 in Base64, separated by commas: the first
 * signs, the others signed before. Outsiders check with the public halves, so that nobody has to be told a secret.
 */
@Startup
@ApplicationScoped
public class SigningKeys {

    /** The name of the algorithm in certificates. */
    public static final String ALGORITHM = "Ed25519";

    /**
     * A key that can be shown to everybody.
     *
     * @param id SHA-256 of the key in DER (SubjectPublicKeyInfo), {@code sha-256:<hex>}
     * @param publicKey the same in PEM (RFC 7468)
     * @param current whether new certificates are signed with it
     */
    public record PublicKey(String id, String algorithm, String publicKey, boolean current) {
    }

    private final Ed25519PrivateKeyParameters signing;
    private final List<PublicKey> publicKeys;

    public SigningKeys(@ConfigProperty(name = "registry.custody.signing-key") List<String> keys) {
        List<Ed25519PrivateKeyParameters> read = keys.stream().map(SigningKeys::read).toList();
        this.signing = read.get(0);
        this.publicKeys = read.stream().map(key -> shown(key, key == signing)).toList();
    }

    /** The key that signs, first, and those that signed before. */
    public List<PublicKey> publicKeys() {
        return publicKeys;
    }

    PublicKey current() {
        return publicKeys.get(0);
    }

    /** The signature of these bytes, in Base64. */
    String sign(byte[] content) {
        Ed25519Signer signer = new Ed25519Signer();
        signer.init(true, signing);
        signer.update(content, 0, content.length);
        return Base64.getEncoder().encodeToString(signer.generateSignature());
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
        throw new IllegalArgumentException("registry.custody.signing-key takes Ed25519 keys as PKCS#8 in Base64");
    }

    private static PublicKey shown(Ed25519PrivateKeyParameters key, boolean current) {
        try {
            byte[] der = SubjectPublicKeyInfoFactory.createSubjectPublicKeyInfo(key.generatePublicKey()).getEncoded();
            String pem = "-----BEGIN PUBLIC KEY-----\n"
                    + Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII)).encodeToString(der)
                    + "\n-----END PUBLIC KEY-----\n";
            return new PublicKey(CanonicalJson.digest(der), ALGORITHM, pem, current);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
