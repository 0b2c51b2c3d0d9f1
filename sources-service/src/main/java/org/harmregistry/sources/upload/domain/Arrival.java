package org.harmregistry.sources.upload.domain;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;

import org.harmregistry.kit.identity.Caller;
import org.harmregistry.kit.problem.Failure;
import org.harmregistry.kit.problem.FailureCode;
import org.harmregistry.sources.archive.ArchiveFailure;
import org.harmregistry.sources.archive.ArchivedText.Integrity;
import org.harmregistry.sources.archive.FileArchive;
import org.harmregistry.sources.archive.FileProgress;
import org.harmregistry.sources.archive.FileWriting;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;

/**
 * The bytes that one request brings of an upload. How far it is, is noted against where it was: of two requests at once
 * that bring the same part, one finds that the other has won.
 */
final class Arrival {

    private final UploadRegister register;
    private final FileArchive archive;
    private final Caller caller;
    private final Upload upload;
    private final Checksum checksum;
    private final IncomingBody body;
    private final long noteAfterNanos;
    private final CompletableFuture<Void> ended = new CompletableFuture<>();
    private FileWriting writing;
    private long noted;
    private long notedAt = System.nanoTime();
    private volatile long heardAt = System.nanoTime();

    Arrival(UploadRegister register, FileArchive archive, Caller caller, Upload upload, Checksum checksum, IncomingBody body,
            Duration noteEvery) {
        this.register = register;
        this.archive = archive;
        this.caller = caller;
        this.upload = upload;
        this.checksum = checksum;
        this.body = body;
        this.noteAfterNanos = noteEvery.toNanos();
        this.noted = upload.received();
    }

    /** Takes the bytes in; goes on to its end also when nobody waits for the answer any more. */
    Uni<Upload> receive() {
        return open().invoke(opened -> writing = opened)
                .chain(() -> body.pieces().onItem().transformToUniAndConcatenate(this::accept).onItem().ignoreAsUni())
                .chain(this::end)
                .onFailure().recoverWithUni(this::interrupted)
                .onTermination().invoke(() -> ended.complete(null));
    }

    private Uni<FileWriting> open() {
        FileProgress progress = upload.progress();
        if (progress == null) {
            return archive.begin(Duration.between(register.now(), upload.expiresAt()));
        }
        // Without the beginning of a chunk its bytes are asked for again.
        return archive.resume(progress).onFailure(Arrival::isOfContent)
                .recoverWithUni(() -> register.note(upload.id(), noted, progress.ofWholeChunks())
                        .map(shorter -> {
                            throw UploadRegister.conflict(shorter);
                        }));
    }

    private Uni<Void> accept(Buffer piece) {
        heardAt = System.nanoTime();
        if (writing.received() + piece.length() > upload.length()) {
            return Uni.createFrom().failure(Failure.of(UploadFailure.UPLOAD_OVERRUN));
        }
        if (checksum == null) {
            return writing.accept(piece).chain(() -> System.nanoTime() - notedAt < noteAfterNanos
                    ? Uni.createFrom().voidItem()
                    : note(writing.progress()).replaceWithVoid());
        }
        checksum.add(piece);
        return writing.accept(piece);
    }

    private Uni<Upload> end() {
        if (checksum != null) {
            checksum.require();
        }
        if (writing.received() < upload.length()) {
            return writing.pause().chain(this::note);
        }
        return archive.finish(writing, upload.expectation())
                .onFailure(failure -> is(failure, ArchiveFailure.DIGEST_MISMATCH))
                .call(() -> register.refuse(upload.id(), noted).chain(() -> archive.drop(writing.storage())))
                .chain(named -> register.store(caller, upload.id(), noted, named)
                        .call(() -> archive.tidy(writing.storage(), named)));
    }

    private Uni<Upload> note(FileProgress progress) {
        notedAt = System.nanoTime();
        if (progress.length() <= noted) {
            return Uni.createFrom().item(upload);
        }
        return register.note(upload.id(), noted, progress).invoke(() -> noted = progress.length());
    }

    /** Keeps what came, as far as it may be kept, and fails. */
    private Uni<Upload> interrupted(Throwable why) {
        boolean cut = !(why instanceof Failure);
        Throwable answer = cut
                ? Failure.of(ArchiveFailure.BODY_BROKE_OFF, "The body broke off. Ask how far the upload is, and go on "
                        + "there.")
                : why;
        Uni<?> kept = Uni.createFrom().voidItem();
        if (writing != null && checksum == null && mayBeKept(why)) {
            kept = (cut ? writing.pause() : Uni.createFrom().item(writing.progress())).chain(this::note)
                    .onFailure().recoverWithUni(() -> note(writing.progress()))
                    .onFailure().recoverWithNull();
        }
        return kept.chain(this::dropIfNothingIsKept).chain(() -> Uni.createFrom().failure(answer));
    }

    private Uni<Void> dropIfNothingIsKept() {
        boolean nothing = writing != null && upload.progress() == null && noted == upload.received();
        return nothing ? archive.drop(writing.storage()) : Uni.createFrom().voidItem();
    }

    private static boolean mayBeKept(Throwable why) {
        return !is(why, UploadFailure.UPLOAD_OFFSET_CONFLICT) && !is(why, ArchiveFailure.DIGEST_MISMATCH)
                && !is(why, UploadFailure.UPLOAD_OVERRUN);
    }

    private static boolean isOfContent(Throwable failure) {
        return Integrity.of(failure) != null;
    }

    private static boolean is(Throwable failure, FailureCode code) {
        return failure instanceof Failure known && known.code() == code;
    }

    /** Breaks the line off if nothing came over it for so long: it may be dead. */
    void cutIfSilent(Duration silence) {
        if (System.nanoTime() - heardAt > silence.toNanos()) {
            body.cut().run();
        }
    }

    /** Done when all is taken in, or given up. */
    CompletableFuture<Void> ended() {
        return ended;
    }
}
