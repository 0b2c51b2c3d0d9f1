package org.harmregistry.sources.sealing.domain;

import java.time.Instant;
import java.util.UUID;

/**
 * A source's key as the key store holds it.
 *
 * @param version counts the keys of this source and purpose, from 1
 * @param wrapped the key, encrypted; {@code null} if it was destroyed
 * @param wrappedBy name of the wrapping key that encrypted it; {@code null} if it was destroyed
 * @param destroyedAt when it was destroyed; {@code null} if it was not
 */
public record KeptKey(UUID source, KeyPurpose purpose, int version, byte[] wrapped, String wrappedBy, Instant destroyedAt) {

    public boolean isDestroyed() {
        return destroyedAt != null;
    }

    KeptKey wrappedAnew(byte[] bytes, String by) {
        return new KeptKey(source, purpose, version, bytes, by, null);
    }
}
