package org.harmregistry.sources.archive;

import java.util.UUID;

/**
 * How far a file is on its way into the archive: enough for another replica to go on.
 *
 * @param storage under which its chunks lie
 * @param digestState of the SHA-256 over the whole chunks; {@code null} if there is none yet
 * @param written the digests of the whole chunks
 * @param begun digest of what there is of the next chunk; {@code null} if there is nothing of it
 * @param length how many bytes are kept
 */
public record FileProgress(UUID storage, byte[] digestState, ChunkDigests written, byte[] begun, long length) {

    /** A file of which nothing came yet. */
    public static FileProgress none(UUID storage) {
        return new FileProgress(storage, null, ChunkDigests.NONE, null, 0);
    }

    /** The same without what there is of the next chunk. */
    public FileProgress ofWholeChunks() {
        return new FileProgress(storage, digestState, written, null, (long) written.count() * FileChunks.CHUNK_SIZE);
    }
}
