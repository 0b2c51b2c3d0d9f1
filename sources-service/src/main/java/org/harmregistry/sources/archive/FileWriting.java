package org.harmregistry.sources.archive;

import java.util.Arrays;
import java.util.UUID;

import org.harmregistry.kit.problem.Failure;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;

/**
 * A file on its way into the archive. Pieces of any size come in one after the other; whole chunks go out, each with its
 * digest, before the next piece is taken. Holds one chunk in memory. The last chunk is written by {@link #finish()}
 * alone: what can be gone on with is always less than the whole.
 */
public final class FileWriting {

    private final FileChunks chunks;
    private final Hashing hashing;
    private final UUID storage;
    private final long most;
    private final RunningDigest digest;
    private final byte[] chunk = new byte[FileChunks.CHUNK_SIZE];
    private int filled;
    private long received;
    private ChunkDigests written;
    private byte[] digestState;
    private FileProgress beforeEnd;

    FileWriting(FileChunks chunks, Hashing hashing, FileProgress from, RunningDigest digest, long most) {
        this.chunks = chunks;
        this.hashing = hashing;
        this.storage = from.storage();
        this.most = most;
        this.written = from.written();
        this.digestState = from.digestState();
        this.digest = digest;
        this.received = (long) written.count() * FileChunks.CHUNK_SIZE;
    }

    /** Takes in the next bytes; done when more may come. */
    public Uni<Void> accept(Buffer piece) {
        received += piece.length();
        if (received > most) {
            return Uni.createFrom().failure(Failure.of(ArchiveFailure.FILE_TOO_LARGE));
        }
        return accept(piece, 0);
    }

    private Uni<Void> accept(Buffer piece, int from) {
        int taken = Math.min(chunk.length - filled, piece.length() - from);
        piece.getBytes(from, from + taken, chunk, filled);
        filled += taken;
        if (from + taken == piece.length()) {
            return Uni.createFrom().voidItem();
        }
        return writeChunk().chain(() -> accept(piece, from + taken));
    }

    private Uni<Void> writeChunk() {
        byte[] bytes = filled == chunk.length ? chunk : Arrays.copyOf(chunk, filled);
        int number = written.count();
        return hashing.on(() -> {
            digest.update(bytes);
            return RunningDigest.of(bytes);
        }).chain(made -> chunks.write(storage, number, made, bytes).invoke(() -> {
            written = written.with(made);
            digestState = digest.state();
            filled = 0;
        }));
    }

    /** Writes the rest; the file then lies there whole, and is still to be given its name. */
    Uni<StoredFile> finish() {
        if (received == 0) {
            return Uni.createFrom().failure(Failure.of(ArchiveFailure.FILE_EMPTY));
        }
        beforeEnd = progress();
        return writeChunk().map(done -> new StoredFile(digest.finish(), received, storage, FileChunks.CHUNK_SIZE, written));
    }

    /** Writes what came of the chunk that has begun, so that nothing of it has to be sent again. */
    public Uni<FileProgress> pause() {
        if (filled == 0) {
            return Uni.createFrom().item(progress());
        }
        byte[] begun = Arrays.copyOf(chunk, filled);
        return hashing.on(() -> RunningDigest.of(begun))
                .chain(made -> chunks.write(storage, written.count(), made, begun)
                        .replaceWith(() -> new FileProgress(storage, digestState, written, made, received)));
    }

    /** How far the file is with what was written so far. */
    public FileProgress progress() {
        return beforeEnd != null ? beforeEnd
                : new FileProgress(storage, digestState, written, null, (long) written.count() * FileChunks.CHUNK_SIZE);
    }

    /** How many bytes came. */
    public long received() {
        return received;
    }

    /** Under which the chunks lie. */
    public UUID storage() {
        return storage;
    }
}
