package org.harmregistry.sources.upload.domain;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.function.Supplier;

import jakarta.enterprise.context.ApplicationScoped;

import org.harmregistry.kit.database.UnitOfWork;
import org.harmregistry.kit.identity.Caller;
import org.harmregistry.kit.problem.CommonFailure;
import org.harmregistry.kit.problem.Failure;
import org.harmregistry.sources.archive.FileArchive;
import org.harmregistry.sources.archive.FileProgress;
import org.harmregistry.sources.archive.StoredFile;
import org.harmregistry.sources.attachment.domain.AttachmentIntake;
import org.hibernate.id.uuid.UuidVersion7Strategy;
import org.hibernate.reactive.mutiny.Mutiny;

import io.smallrye.mutiny.Uni;

/** Begins uploads, tells how far they are, and ends them. */
@ApplicationScoped
public class UploadRegister {

    private final UnitOfWork unitOfWork;
    private final Uploads uploads;
    private final AttachmentIntake intake;
    private final FileArchive archive;
    private final UploadLimits limits;
    private final Clock clock;

    public UploadRegister(UnitOfWork unitOfWork, Uploads uploads, AttachmentIntake intake, FileArchive archive,
            UploadLimits limits, Clock clock) {
        this.unitOfWork = unitOfWork;
        this.uploads = uploads;
        this.intake = intake;
        this.archive = archive;
        this.limits = limits;
        this.clock = clock;
    }

    /**
     * Begins an upload to a source. Under an id of the sender's own it is begun once: the same again gives the upload that is
     * there.
     *
     * @param draft reads what is said of the file; asked only once the caller was found to be allowed
     */
    public Uni<Upload> begin(Caller caller, UUID source, Supplier<UploadDraft> draft) {
        return intake.admit(caller, source).map(admitted -> draft.get())
                .chain(said -> unitOfWork.run(session -> begin(session, caller, source, said)));
    }

    private Uni<Upload> begin(Mutiny.Session session, Caller caller, UUID source, UploadDraft draft) {
        UUID id = draft.file().id() == null ? UuidVersion7Strategy.INSTANCE.generateUuid(null) : draft.file().id();
        return begun(session, id, caller, source, draft).chain(there -> there != null ? Uni.createFrom().item(there)
                // Who else began the same meanwhile is seen behind the lock under which room is looked for.
                : uploads.countOpen(session, caller.subject(), caller.requiredOrganisation())
                        .chain(open -> begun(session, id, caller, source, draft).chain(now -> now != null
                                ? Uni.createFrom().item(now)
                                : add(session, open, id, caller, source, draft))));
    }

    private Uni<Upload> begun(Mutiny.Session session, UUID id, Caller caller, UUID source, UploadDraft draft) {
        return uploads.find(session, id).invoke(there -> {
            if (there != null && !there.isBegunBy(caller, source, draft)) {
                throw Failure.of(CommonFailure.ID_NOT_AVAILABLE);
            }
        });
    }

    private void requireRoom(Uploads.Open open, UploadDraft draft) {
        if (open.ofSubject() >= limits.openPerSender()) {
            throw Failure.of(UploadFailure.TOO_MANY_UPLOADS).with("Retry-After", "60");
        }
        if (open.reserved() + draft.length() > limits.reservedPerOrganisation()) {
            throw Failure.of(UploadFailure.UPLOAD_SPACE_RESERVED).with("Retry-After", "60");
        }
    }

    private Uni<Upload> add(Mutiny.Session session, Uploads.Open open, UUID id, Caller caller, UUID source, UploadDraft draft) {
        requireRoom(open, draft);
        Instant now = now();
        Upload upload = new Upload(id, source, caller, draft, now, now.plus(limits.lifetime()));
        return uploads.add(session, upload).replaceWith(upload);
    }

    /** The upload, if the caller began it and its time is not over. */
    public Uni<Upload> read(Caller caller, UUID id) {
        return unitOfWork.run(session -> uploads.find(session, id).map(found -> own(found, caller)));
    }

    /** Gives an upload up; what came of it is dropped, the attachment that it became stays. */
    public Uni<Void> end(Caller caller, UUID id) {
        return unitOfWork.run(session -> uploads.findForChange(session, id).chain(found -> {
            Upload upload = own(found, caller);
            boolean open = upload.state() == UploadState.OPEN;
            return uploads.remove(session, upload).replaceWith(() -> open ? upload.storage() : null);
        })).chain(storage -> storage == null ? Uni.createFrom().voidItem() : archive.drop(storage));
    }

    /**
     * Notes how far an upload is.
     *
     * @param from how far it was when the bytes that came since began; if it is not there any more, another request has won
     */
    Uni<Upload> note(UUID id, long from, FileProgress progress) {
        return unitOfWork.run(session -> at(session, id, from).invoke(upload -> upload.keep(progress)));
    }

    /** Makes an attachment of an upload whose file lies in the archive whole. */
    Uni<Upload> store(Caller caller, UUID id, long from, StoredFile file) {
        return unitOfWork.run(session -> at(session, id, from)
                .chain(upload -> intake.take(session, caller, upload.sourceId(), upload.file(), file)
                        .invoke(taken -> upload.stored(taken.attachment().id())).replaceWith(upload)));
    }

    /** Notes that an upload was not the file that was said. */
    Uni<Upload> refuse(UUID id, long from) {
        return unitOfWork.run(session -> at(session, id, from).invoke(Upload::refused));
    }

    private Uni<Upload> at(Mutiny.Session session, UUID id, long from) {
        return uploads.findForChange(session, id).invoke(upload -> {
            if (upload == null || upload.state() != UploadState.OPEN || upload.received() != from) {
                throw upload == null ? Failure.of(CommonFailure.NOT_FOUND) : conflict(upload);
            }
        });
    }

    static Failure conflict(Upload upload) {
        return Failure
                .at(UploadFailure.UPLOAD_OFFSET_CONFLICT, "#Upload-Offset", "The upload goes on at byte " + upload.received()
                        + ".")
                .with("Upload-Offset", String.valueOf(upload.received()));
    }

    private Upload own(Upload found, Caller caller) {
        if (found == null || !found.belongsTo(caller) || found.expiresAt().isBefore(clock.instant())) {
            throw Failure.of(CommonFailure.NOT_FOUND);
        }
        return found;
    }

    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
