package org.harmregistry.sources.sealing.domain;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;

import org.harmregistry.kit.problem.Failure;

import com.google.crypto.tink.Aead;

/**
 * A source's key, open for the length of one request and never kept longer: what is destroyed in the key store is gone with
 * the requests under way.
 */
public final class SealingKey {

    /** Lengths tell something of names, too: a text is filled up to a multiple of this. */
    private static final int BLOCK = 256;

    private final KeyPurpose purpose;
    private final int version;
    private final Aead aead;
    private final SealingAlerts alerts;

    SealingKey(KeyPurpose purpose, int version, Aead aead, SealingAlerts alerts) {
        this.purpose = purpose;
        this.version = version;
        this.aead = aead;
        this.alerts = alerts;
    }

    public int version() {
        return version;
    }

    /** Seals a JSON text for its place; the result is base64. */
    public String seal(SealedPlace place, String json) {
        byte[] text = json.getBytes(StandardCharsets.UTF_8);
        byte[] filled = Arrays.copyOf(text, (text.length / BLOCK + 1) * BLOCK);
        // Blanks behind a JSON text mean nothing (RFC 8259, section 2).
        Arrays.fill(filled, text.length, filled.length, (byte) ' ');
        try {
            return Base64.getEncoder().encodeToString(aead.encrypt(filled, place.bound(purpose, version)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the cipher refuses to encrypt", e);
        }
    }

    /**
     * Opens what was sealed for this very place.
     *
     * @throws Failure 409 {@code sealed_text_damaged} if it was moved, altered, or sealed under another key; an alert says
     *         where
     */
    public String open(SealedPlace place, String sealed) {
        try {
            byte[] text = aead.decrypt(Base64.getDecoder().decode(sealed), place.bound(purpose, version));
            return new String(text, StandardCharsets.UTF_8).stripTrailing();
        } catch (GeneralSecurityException | IllegalArgumentException | NullPointerException e) {
            alerts.doesNotOpen(place, version);
            throw Failure.of(SealingFailure.SEALED_TEXT_DAMAGED);
        }
    }
}
