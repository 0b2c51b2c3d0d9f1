package org.harmregistry.sources.upload.domain;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.enterprise.context.ApplicationScoped;

import org.harmregistry.kit.database.WhereAsked;
import org.harmregistry.kit.identity.Caller;
import org.harmregistry.kit.problem.Failure;
import org.harmregistry.sources.archive.FileArchive;
import org.harmregistry.sources.attachment.domain.Receptions;

import io.smallrye.mutiny.Uni;

/** Receives the bytes of uploads, one request for each at a time. */
@ApplicationScoped
public class UploadReception {

    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final UploadRegister register;
    private final FileArchive archive;
    private final Receptions receptions;
    private final UploadLimits limits;
    private final Map<UUID, Arrival> arriving = new ConcurrentHashMap<>();
    private final Map<Sending, CompletableFuture<Void>> sending = new ConcurrentHashMap<>();

    /** Whose bytes are on their way to which upload. */
    private record Sending(UUID upload, String subject) {
    }

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
        CompletableFuture<Void> underWay = sending.get(new Sending(id, caller.subject()));
        return register.read(caller, id).chain(found -> underWay == null && !arriving.containsKey(id)
                ? Uni.createFrom().item(found)
                : settling(arriving.get(id), underWay).chain(() -> register.read(caller, id)));
    }

    /**
     * Lets who asks how far an upload is wait for a request that brings bytes of it, from the moment that it came: a sender
     * whose line broke asks at once, while what came before the break still waits for the register.
     */
    public <T> Uni<T> bringing(Caller caller, UUID id, Uni<T> receiving) {
        Sending which = new Sending(id, caller.subject());
        CompletableFuture<Void> done = new CompletableFuture<>();
        sending.merge(which, done, CompletableFuture::allOf);
        return receiving.onTermination().invoke(() -> {
            done.complete(null);
            sending.computeIfPresent(which, (key, all) -> all.isDone() ? null : all);
        });
    }

    /**
     * Takes bytes of an upload in.
     *
     * @param offset at which byte they go on
     * @param checksum of the bytes; {@code null} if none was sent
     * @return the upload with what is kept now; fails with 409 if they do not go on where the upload is
     */
    public Uni<Upload> receive(Caller caller, UUID id, long offset, Checksum checksum, IncomingBody body) {
        return settledFor(caller, id).chain(upload -> {
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

    private Uni<Upload> settledFor(Caller caller, UUID id) {
        Arrival other = arriving.get(id);
        return other == null ? register.read(caller, id) : settling(other, null).chain(() -> register.read(caller, id));
    }

    private Uni<Void> settling(Arrival other, CompletableFuture<Void> underWay) {
        if (other != null) {
            other.cutIfSilent(limits.silence());
        }
        CompletableFuture<Void> awaited = underWay != null ? underWay : other == null ? null : other.ended();
        if (awaited == null) {
            return Uni.createFrom().voidItem();
        }
        return WhereAsked.goOn(Uni.createFrom().completionStage(awaited::copy)
                .ifNoItem().after(PATIENCE).recoverWithItem((Void) null));
    }
}
