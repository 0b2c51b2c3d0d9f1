package org.harmregistry.local.issuer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PrivateKey;

import org.harmregistry.local.Fault;
import org.harmregistry.local.StateFiles;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.lang.JoseException;

/** The RSA key that signs every token of this machine; made once. */
final class SigningKey {

    private static final int BITS = 2048;

    private final RsaJsonWebKey key;

    private SigningKey(RsaJsonWebKey key) {
        this.key = key;
    }

    static synchronized SigningKey in(Path registryHome) {
        Path file = registryHome.resolve("keys").resolve("issuer.jwk");
        try {
            if (!Files.exists(file)) {
                StateFiles.writePrivately(file, generate().toJson(OutputControlLevel.INCLUDE_PRIVATE));
            }
            return new SigningKey((RsaJsonWebKey) RsaJsonWebKey.Factory.newPublicJwk(Files.readString(file)));
        } catch (JoseException e) {
            throw new Fault("The issuer's key in " + file + " is not readable", "Delete that file and run deploy/up again");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    PrivateKey privateKey() {
        return key.getPrivateKey();
    }

    String id() {
        return key.getKeyId();
    }

    /** The key set that verifiers read: the public half alone. */
    String publicKeySet() {
        return "{\"keys\":[" + key.toJson(OutputControlLevel.PUBLIC_ONLY) + "]}";
    }

    private static RsaJsonWebKey generate() throws JoseException {
        RsaJsonWebKey key = RsaJwkGenerator.generateJwk(BITS);
        key.setUse("sig");
        key.setAlgorithm(AlgorithmIdentifiers.RSA_USING_SHA256);
        key.setKeyId(key.calculateBase64urlEncodedThumbprint("SHA-256"));
        return key;
    }
}
