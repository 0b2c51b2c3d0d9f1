package org.harmregistry.sources.upload.domain;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.enterprise.context.ApplicationScoped;

import org.harmregistry.kit.identity.Caller;
import org.harmregistry.kit.problem.Failure;
import org.harmregistry.sources.archive.FileArchive;
import org.harmregistry.sources.attachment.domain.Receptions;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;

/** Receives the bytes of uploads, one request for each at a time. */
@ApplicationScoped
public class UploadReception {

    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final UploadRegister register;
    private final FileArchive archive;
    private final Receptions receptions;
    private final UploadLimits limits;
    private final Map<UUID, Arrival> arriving = new ConcurrentHashMap<>();

    public UploadReception(UploadRegister register, FileArchive archive, Receptions receptions, UploadLimits limits) {
        this.register = register;
        this.archive = archive;
        this.receptions = receptions;
        this.limits = limits;
    }

    /**
     * How far an upload is. Bytes that are just being taken in over a line that broke, or over one that fell silent, are waited
     * for a moment: the sender has begun anew, and would send them again.
     */
    public Uni<Upload> read(Caller caller, UUID id) {
        return register.read(caller, id).chain(found -> settled(id) ? Uni.createFrom().item(found)
                : settling(id).chain(() -> register.read(caller, id)));
    }

    /**
     * Takes bytes of an upload in.
     *
     * @param offset at which byte they go on
     * @param checksum of the bytes; {@code null} if none was sent
     * @return the upload with what is kept now; fails with 409 if they do not go on where the upload is
     */
    public Uni<Upload> receive(Caller caller, UUID id, long offset, Checksum checksum, IncomingBody body) {
        return read(caller, id).chain(upload -> {
            if (upload.state() == UploadState.REFUSED) {
                throw Failure.of(UploadFailure.UPLOAD_REFUSED);
            }
            if (upload.received() != offset) {
                throw UploadRegister.conflict(upload);
            }
            return upload.state() == UploadState.STORED ? Uni.createFrom().item(upload)
                    : receptions.bounded(() -> receive(caller, upload, checksum, body));
        });
    }

    private Uni<Upload> receive(Caller caller, Upload upload, Checksum checksum, IncomingBody body) {
        long last = System.nanoTime() + limits.longestRequest().toNanos();
        IncomingBody limited = new IncomingBody(body.pieces().select().first(piece -> System.nanoTime() < last), body.cut());
        Arrival arrival = new Arrival(register, archive, caller, upload, checksum, limited, limits.noteEvery());
        if (arriving.putIfAbsent(upload.id(), arrival) != null) {
            throw Failure.of(UploadFailure.UPLOAD_BUSY).with("Retry-After", "1");
        }
        // Whoever waits for the answer may go away; the bytes that came are kept all the same.
        return Uni.createFrom().emitter(emitter -> arrival.receive()
                .onTermination().invoke(() -> arriving.remove(upload.id(), arrival))
                .subscribe().with(emitter::complete, emitter::fail));
    }

    private boolean settled(UUID id) {
        return !arriving.containsKey(id);
    }

    private Uni<Void> settling(UUID id) {
        Arrival other = arriving.get(id);
        if (other == null) {
            return Uni.createFrom().voidItem();
        }
        other.cutIfSilent(limits.silence());
        Context here = Vertx.currentContext();
        return Uni.createFrom().completionStage(() -> other.ended().copy())
                .ifNoItem().after(PATIENCE).recoverWithItem((Void) null)
                .emitOn(work -> here.runOnContext(back -> work.run()));
    }
}
