package org.harmregistry.reports.subscription.domain;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.generators.HKDFBytesGenerator;
import org.bouncycastle.crypto.params.HKDFParameters;
import org.eclipse.microprofile.config.inject.ConfigProperty;

import io.quarkus.runtime.Startup;

/**
 * Derives the secrets of webhooks (HKDF with SHA-256, RFC 5869) from keys that only the operator has: a dump of the database
 * tells none of them. Of several keys the first is for new secrets, the others for those that were derived from them.
 */
@Startup
@ApplicationScoped
public class SubscriptionSecrets {

    private static final int BYTES = 32;
    private static final int PROOF_BYTES = 18;

    private final Map<String, byte[]> keys = new LinkedHashMap<>();

    public SubscriptionSecrets(@ConfigProperty(name = "registry.subscriptions.key") List<String> keys) {
        keys.forEach(text -> {
            byte[] key = bytes(text);
            this.keys.put(HexFormat.of().formatHex(derived(key, "key-id", 4)), key);
        });
    }

    /** Id of the key for new secrets. */
    String newest() {
        return keys.keySet().iterator().next();
    }

    /**
     * The secrets that sign at an instant, the newest first.
     *
     * @return empty if the key of the newest is not among the service's any more
     */
    public List<byte[]> signing(UUID subscription, SecretGeneration generation, Instant now) {
        List<byte[]> secrets = new ArrayList<>();
        add(secrets, subscription, generation.key(), generation.number());
        if (!secrets.isEmpty() && generation.previousUntil() != null && now.isBefore(generation.previousUntil())) {
            add(secrets, subscription, generation.previousKey(), generation.number() - 1);
        }
        return secrets;
    }

    /** Proves that the service itself said the words; for links that need no memory. */
    String proof(String words) {
        return proof(keys.get(newest()), words);
    }

    /** True of a proof by any of the keys. */
    boolean proves(String words, String proof) {
        return keys.values().stream().anyMatch(key -> MessageDigest.isEqual(
                proof(key, words).getBytes(StandardCharsets.UTF_8), proof.getBytes(StandardCharsets.UTF_8)));
    }

    private static String proof(byte[] key, String words) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(derived(key, "link/" + words, PROOF_BYTES));
    }

    /** The key that addresses of people are sealed with, by the id of the service's key; {@code null} if it is gone. */
    byte[] sealing(String key) {
        return keys.containsKey(key) ? derived(keys.get(key), "mail-address", BYTES) : null;
    }

    private void add(List<byte[]> secrets, UUID subscription, String key, int generation) {
        if (keys.containsKey(key)) {
            secrets.add(derived(keys.get(key), "webhook/" + subscription + "/" + generation, BYTES));
        }
    }

    private static byte[] derived(byte[] key, String purpose, int length) {
        HKDFBytesGenerator generator = new HKDFBytesGenerator(new SHA256Digest());
        generator.init(new HKDFParameters(key, null, ("harm-registry/" + purpose).getBytes(StandardCharsets.UTF_8)));
        byte[] bytes = new byte[length];
        generator.generateBytes(bytes, 0, length);
        return bytes;
    }

    private static byte[] bytes(String text) {
        try {
            byte[] key = Base64.getDecoder().decode(text.strip());
            if (key.length >= BYTES) {
                return key;
            }
        } catch (IllegalArgumentException e) {
            // The exception could carry a piece of the key.
        }
        throw new IllegalArgumentException("registry.subscriptions.key takes keys of at least 32 bytes in Base64");
    }
}
