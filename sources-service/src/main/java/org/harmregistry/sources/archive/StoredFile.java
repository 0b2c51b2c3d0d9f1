package org.harmregistry.sources.archive;

import java.util.UUID;

/**
 * A file that lies in the archive.
 *
 * @param digest SHA-256 of the whole, {@code sha-256:<hex>}: the name under which it is kept, once
 * @param length in bytes, at least 1
 * @param storage under which its chunks lie in the archive
 * @param chunkSize length in bytes of every chunk but the last
 * @param chunks the digest of each chunk
 */
public record StoredFile(String digest, long length, UUID storage, int chunkSize, ChunkDigests chunks) {

    int chunkLength(int chunk) {
        return (int) Math.min(chunkSize, length - (long) chunk * chunkSize);
    }
}
