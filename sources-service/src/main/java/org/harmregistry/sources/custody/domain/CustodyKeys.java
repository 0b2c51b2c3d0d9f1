package org.harmregistry.sources.custody.domain;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import io.quarkus.runtime.Startup;

/**
 * The secrets by which the registry knows its own entries again (HMAC-SHA-256). They never reach a database: who can
 * write every row can still not make an entry. Secrets are separated by commas; the first makes new entries, the others
 * only check old ones.
 */
@Startup
@ApplicationScoped
public class CustodyKeys {

    private static final int MIN_LENGTH = 32;
    private static final int ID_BYTES = 8;
    private static final String ALGORITHM = "HmacSHA256";

    private final Map<String, Mac> keys = new LinkedHashMap<>();
    private final String current;

    public CustodyKeys(@ConfigProperty(name = "registry.custody.key") List<String> secrets) {
        secrets.forEach(secret -> add(secret.strip()));
        this.current = keys.keySet().iterator().next();
    }

    private void add(String secret) {
        if (secret.length() < MIN_LENGTH) {
            throw new IllegalArgumentException("registry.custody.key needs secrets of at least 32 characters");
        }
        Mac key = key(secret);
        keys.put(HexFormat.of().formatHex(Arrays.copyOf(compute(key, "key id", new byte[0]), ID_BYTES)), key);
    }

    /** The id of the key that new entries are made with. It tells nothing of the key. */
    public String current() {
        return current;
    }

    /** Authenticates bytes of one kind with the current key. */
    byte[] authenticate(String kind, byte[] content) {
        return compute(keys.get(current), kind, content);
    }

    /** Whether the registry itself made this, with the key of that id; never if the key is not known. */
    boolean made(String keyId, String kind, byte[] content, byte[] mac) {
        Mac key = keys.get(keyId);
        return key != null && MessageDigest.isEqual(compute(key, kind, content), mac);
    }

    private static Mac key(String secret) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The kind goes first, so that nothing made for one purpose passes for another. */
    private static byte[] compute(Mac key, String kind, byte[] content) {
        try {
            Mac mac = (Mac) key.clone();
            mac.update(kind.getBytes(StandardCharsets.UTF_8));
            mac.update((byte) 0);
            return mac.doFinal(content);
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException(e);
        }
    }
}
