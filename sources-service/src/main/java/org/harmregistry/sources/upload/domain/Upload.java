package org.harmregistry.sources.upload.domain;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

import org.harmregistry.kit.identity.Caller;
import org.harmregistry.sources.archive.ChunkDigests;
import org.harmregistry.sources.archive.FileExpectation;
import org.harmregistry.sources.archive.FileProgress;
import org.harmregistry.sources.attachment.domain.AttachmentDraft;
import org.harmregistry.sources.attachment.domain.FileName;

/** A file on its way in, part by part. Only who began it sees it. */
@Entity
public class Upload {

    @Id
    private UUID id;
    private UUID sourceId;
    private String organisation;
    private String subject;
    private boolean ownId;
    private String metadata;
    private String name;
    private String declaredType;
    private String captureDigest;
    private Instant capturedAt;
    private long length;
    private long received;
    private UUID storage;
    private byte[] digestState;
    private byte[] chunkDigests;
    private byte[] begunDigest;
    private UploadState state;
    private UUID attachmentId;
    private Instant createdAt;
    private Instant expiresAt;

    protected Upload() {
    }

    Upload(UUID id, UUID source, Caller caller, UploadDraft draft, Instant now, Instant until) {
        AttachmentDraft file = draft.file();
        this.id = id;
        this.sourceId = source;
        this.organisation = caller.requiredOrganisation();
        this.subject = caller.subject();
        this.ownId = file.id() != null;
        this.metadata = draft.metadata();
        this.name = file.name().value();
        this.declaredType = file.declaredType();
        this.captureDigest = file.captureDigest();
        this.capturedAt = file.capturedAt();
        this.length = draft.length();
        this.chunkDigests = new byte[0];
        this.state = UploadState.OPEN;
        this.createdAt = now;
        this.expiresAt = until;
    }

    boolean belongsTo(Caller caller) {
        return subject.equals(caller.subject());
    }

    /** True if this is what the same caller began before with the same words. */
    boolean isBegunBy(Caller caller, UUID source, UploadDraft draft) {
        return belongsTo(caller) && sourceId.equals(source) && length == draft.length();
    }

    /** What is to become of it, as it was said at the beginning. */
    AttachmentDraft file() {
        return new AttachmentDraft(ownId ? id : null, new FileName(name), declaredType, captureDigest, capturedAt);
    }

    FileExpectation expectation() {
        return captureDigest == null ? FileExpectation.NONE : new FileExpectation(captureDigest, "#Upload-Metadata");
    }

    /** How far the file is; {@code null} if nothing of it is kept yet. */
    FileProgress progress() {
        return storage == null ? null
                : new FileProgress(storage, digestState, ChunkDigests.of(chunkDigests), begunDigest,
                        received);
    }

    void keep(FileProgress progress) {
        storage = progress.storage();
        digestState = progress.digestState();
        chunkDigests = progress.written().bytes();
        begunDigest = progress.begun();
        received = progress.length();
    }

    void stored(UUID attachment) {
        state = UploadState.STORED;
        attachmentId = attachment;
        received = length;
        digestState = null;
        begunDigest = null;
    }

    void refused() {
        state = UploadState.REFUSED;
    }

    public UUID id() {
        return id;
    }

    public UUID sourceId() {
        return sourceId;
    }

    public String metadata() {
        return metadata;
    }

    public long length() {
        return length;
    }

    /** How many bytes are kept: the upload goes on there. */
    public long received() {
        return received;
    }

    public UploadState state() {
        return state;
    }

    /** The attachment that it became, or {@code null}. */
    public UUID attachmentId() {
        return attachmentId;
    }

    public Instant expiresAt() {
        return expiresAt;
    }

    UUID storage() {
        return storage;
    }
}
