package org.harmregistry.reports.subscription.domain;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.UUID;

import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

import jakarta.enterprise.context.ApplicationScoped;

/**
 * Seals addresses of people for the register (AES-256-GCM, bound to the subscription), so that a dump of it names nobody: id of
 * the key, a full stop, and in Base64 the nonce with what it sealed.
 */
@ApplicationScoped
public class AddressSeal {

    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;

    private final SubscriptionSecrets secrets;
    private final SecureRandom random = new SecureRandom();

    AddressSeal(SubscriptionSecrets secrets) {
        this.secrets = secrets;
    }

    String sealed(UUID subscription, MailAddress address) {
        String key = secrets.newest();
        byte[] nonce = new byte[NONCE];
        random.nextBytes(nonce);
        byte[] content = run(Cipher.ENCRYPT_MODE, secrets.sealing(key), nonce, subscription,
                address.text().getBytes(StandardCharsets.UTF_8));
        byte[] whole = Arrays.copyOf(nonce, NONCE + content.length);
        System.arraycopy(content, 0, whole, NONCE, content.length);
        return key + "." + Base64.getEncoder().encodeToString(whole);
    }

    /** The address, or {@code null} if the service no longer has the key. */
    public MailAddress opened(UUID subscription, String sealed) {
        String[] parts = sealed.split("\\.", 2);
        byte[] key = secrets.sealing(parts[0]);
        if (key == null) {
            return null;
        }
        byte[] whole = Base64.getDecoder().decode(parts[1]);
        byte[] content = run(Cipher.DECRYPT_MODE, key, Arrays.copyOf(whole, NONCE), subscription,
                Arrays.copyOfRange(whole, NONCE, whole.length));
        return MailAddress.of(new String(content, StandardCharsets.UTF_8));
    }

    private static byte[] run(int mode, byte[] key, byte[] nonce, UUID subscription, byte[] content) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(subscription.toString().getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(content);
        } catch (GeneralSecurityException e) {
            // The exception could carry a piece of what was sealed.
            throw new IllegalStateException("an address cannot be sealed or opened");
        }
    }
}
