package org.harmregistry.sources.sealing.domain;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.smallrye.mutiny.Uni;

/**
 * Keeps the wrapped keys of sources, outside the register's database and apart from its backups: a register restored from
 * an old backup must not bring back a key that was destroyed. Each method fails with 503 {@code keys_unavailable} if the
 * store does not answer in time.
 */
public interface KeyStore {

    /** The key, also if it was destroyed; {@code null} if there never was one. */
    Uni<KeptKey> find(UUID source, KeyPurpose purpose);

    /** Adds the key if there is none of its source and purpose, and gives the one that is there then. */
    Uni<KeptKey> add(KeptKey key);

    /** Destroys a key for good; what stays says that there was one. Destroying it again does nothing. */
    Uni<Void> destroy(UUID source, KeyPurpose purpose, Instant at);

    /** Puts another wrapping in the place of {@code before}; does nothing if that is not what is there any more. */
    Uni<Void> replace(KeptKey before, KeptKey after);

    /** Some of the keys that are wrapped by another key than the one named. */
    Uni<List<KeptKey>> notWrappedBy(String name, int limit);

    /** How many keys each wrapping key wraps. */
    Uni<Map<String, Long>> countByWrapping();
}
