package org.harmregistry.sources.archive;

import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.harmregistry.kit.problem.Failure;
import org.hibernate.id.uuid.UuidVersion7Strategy;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;

/**
 * Keeps files in MongoDB under their SHA-256: written once, never changed, verified chunk by chunk when they are read. A
 * file is stored before, and outside of, the transaction that names it by {@link ArchivedFiles#name}; what nothing names
 * is collected a day later.
 */
@ApplicationScoped
public class FileArchive {

    /** The most bytes that a file may have. */
    public static final long MOST = 200L * 1024 * 1024;

    private static final Duration UNNAMED = Duration.ofDays(1);

    private final FileChunks chunks;
    private final Hashing hashing;
    private final Clock clock;
    private final long most;

    public FileArchive(FileChunks chunks, Hashing hashing, Clock clock,
            @ConfigProperty(name = "registry.archive.largest-file") long most) {
        this.chunks = chunks;
        this.hashing = hashing;
        this.clock = clock;
        this.most = most;
    }

    /**
     * Stores a file as its bytes come; memory holds one chunk of it. The same content again is found and not stored again.
     *
     * @param expected what was said of the bytes; nothing is stored if something else came
     */
    public Uni<StoredFile> store(Multi<Buffer> bytes, FileExpectation expected) {
        return begin(Duration.ZERO, RunningDigest.plain())
                .chain(writing -> bytes.onItem().transformToUniAndConcatenate(writing::accept)
                        .onItem().ignoreAsUni()
                        .chain(() -> finish(writing, expected))
                        .call(named -> named.storage().equals(writing.storage()) ? settled(chunks.settle(named.storage()))
                                : drop(writing.storage()))
                        .onFailure().call(() -> drop(writing.storage()))
                        .onCancellation().call(() -> drop(writing.storage())));
    }

    /** Stores a small file that is in memory already. */
    public Uni<StoredFile> store(byte[] bytes) {
        return store(Multi.createFrom().item(Buffer.buffer(bytes)), FileExpectation.NONE);
    }

    /** Begins a file of which parts may come within the given time. */
    public Uni<FileWriting> begin(Duration within) {
        return begin(within, RunningDigest.keepable(null));
    }

    private Uni<FileWriting> begin(Duration within, RunningDigest digest) {
        FileProgress none = FileProgress.none(UuidVersion7Strategy.INSTANCE.generateUuid(null));
        return chunks.announce(none.storage(), clock.instant().plus(within).plus(UNNAMED))
                .map(done -> new FileWriting(chunks, hashing, none, digest, most));
    }

    /**
     * Goes on with a file where another writing left it.
     *
     * @return fails with 409 {@code content_missing} or {@code content_damaged} if what was kept of the next chunk is not there
     */
    public Uni<FileWriting> resume(FileProgress progress) {
        FileWriting writing = new FileWriting(chunks, hashing, progress, RunningDigest.keepable(progress.digestState()),
                most);
        if (progress.begun() == null) {
            return Uni.createFrom().item(writing);
        }
        return chunk(progress.storage(), progress.written().count(), progress.begun())
                .chain(begun -> writing.accept(Buffer.buffer(begun))).replaceWith(writing);
    }

    /**
     * Writes the rest of a file, compares it with what was said of it, and gives it its name. {@link #tidy} is for afterwards,
     * when a row names it.
     */
    public Uni<StoredFile> finish(FileWriting writing, FileExpectation expected) {
        return writing.finish().invoke(file -> expected.require(file.digest())).chain(chunks::name);
    }

    /** Drops what a writing left that no file needs. */
    public Uni<Void> tidy(UUID storage, StoredFile named) {
        return named.storage().equals(storage) ? settled(chunks.keepOnly(named)) : drop(storage);
    }

    /** Drops what was written of a file that is not to be finished. */
    public Uni<Void> drop(UUID storage) {
        return settled(chunks.drop(storage));
    }

    /** What cannot be tidied up now is collected later. */
    private static Uni<Void> settled(Uni<Void> tidying) {
        return tidying.onFailure(Failure.class).recoverWithNull();
    }

    /** The whole file, as {@link #read(StoredFile, long, long)} reads it. */
    public Multi<byte[]> read(StoredFile file) {
        return read(file, 0, file.length());
    }

    /**
     * Reads a part of a file, no faster than it is taken. Each chunk is verified before any byte of it is given.
     *
     * @param from first byte, from 0
     * @param length how many bytes, at least 1
     * @return fails with 409 {@code content_damaged} or {@code content_missing}, or 503 {@code archive_unavailable}
     */
    public Multi<byte[]> read(StoredFile file, long from, long length) {
        int first = (int) (from / file.chunkSize());
        int last = (int) ((from + length - 1) / file.chunkSize());
        return Multi.createFrom().range(first, last + 1).onItem().transformToUniAndConcatenate(
                number -> chunk(file.storage(), number, file.chunks().digest(number))
                        .map(bytes -> part(file, number, bytes, from, from + length)));
    }

    /** A small file as a whole; its length is known before. */
    public Uni<byte[]> readWhole(StoredFile file) {
        Buffer whole = Buffer.buffer((int) file.length());
        return read(file).onItem().invoke(whole::appendBytes).onItem().ignoreAsUni().map(done -> whole.getBytes());
    }

    /**
     * Reads the whole file again and compares it with its digest.
     *
     * @return what is wrong with it, {@code null} if nothing is; fails with 503 if the archive does not answer
     */
    public Uni<ArchivedText.Integrity> verify(StoredFile file) {
        RunningDigest whole = RunningDigest.plain();
        return read(file).onItem().transformToUniAndConcatenate(bytes -> hashing.on(() -> {
            whole.update(bytes);
            return bytes.length;
        })).onItem().ignoreAsUni()
                .map(done -> whole.finish().equals(file.digest()) ? null : ArchivedText.Integrity.CONTENT_DAMAGED)
                .onFailure(failure -> ArchivedText.Integrity.of(failure) != null)
                .recoverWithItem(ArchivedText.Integrity::of);
    }

    private Uni<byte[]> chunk(UUID storage, int number, byte[] digest) {
        return chunks.read(storage, number, digest).chain(bytes -> {
            if (bytes == null) {
                throw Failure.of(ArchiveFailure.CONTENT_MISSING);
            }
            return hashing.on(() -> verified(bytes, digest));
        });
    }

    private static byte[] verified(byte[] bytes, byte[] digest) {
        if (!Arrays.equals(RunningDigest.of(bytes), digest)) {
            throw Failure.of(ArchiveFailure.CONTENT_DAMAGED);
        }
        return bytes;
    }

    private static byte[] part(StoredFile file, int number, byte[] bytes, long from, long end) {
        long begin = (long) number * file.chunkSize();
        int first = (int) Math.max(0, from - begin);
        int behind = (int) Math.min(bytes.length, end - begin);
        return first == 0 && behind == bytes.length ? bytes : Arrays.copyOfRange(bytes, first, behind);
    }
}
