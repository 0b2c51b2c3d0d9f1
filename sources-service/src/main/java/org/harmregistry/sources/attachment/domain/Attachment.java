package org.harmregistry.sources.attachment.domain;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

import org.harmregistry.kit.identity.Caller;
import org.harmregistry.kit.problem.CommonFailure;
import org.harmregistry.kit.problem.Failure;
import org.harmregistry.sources.archive.StoredFile;
import org.harmregistry.sources.source.domain.Publication;
import org.harmregistry.sources.source.domain.Source;
import org.harmregistry.sources.source.domain.SourceAccess;

/** A file of a source. Its content never changes; its version counts the changes of what is known of it. */
@Entity
public class Attachment {

    @Id
    private UUID id;
    private UUID sourceId;
    private String organisation;
    private long version;
    private AttachmentRole role;
    private UUID derivedFrom;
    private String derivation;
    private String name;
    private String declaredType;
    private String mediaType;
    private String digest;
    private long length;
    private String captureDigest;
    private Instant capturedAt;
    private AttachmentState state;
    private Publication publication;
    private Instant recordedAt;
    private Instant updatedAt;
    private long publicVersion;
    private Instant publicUpdatedAt;
    private String recordedBy;

    protected Attachment() {
    }

    private Attachment(UUID id, Source source, String recordedBy, StoredFile file, AttachmentRole role, Instant now) {
        this.id = id;
        this.sourceId = source.id();
        this.organisation = source.organisation();
        this.version = 1;
        this.role = role;
        this.digest = file.digest();
        this.length = file.length();
        this.publication = Publication.WITHHELD;
        this.recordedAt = now;
        this.updatedAt = now;
        this.publicVersion = 1;
        this.publicUpdatedAt = now;
        this.recordedBy = recordedBy;
    }

    /** A file as it came in. */
    static Attachment received(UUID id, Source source, Caller caller, AttachmentDraft draft, StoredFile file, Instant now) {
        Attachment attachment = new Attachment(id, source, caller.subject(), file, AttachmentRole.EVIDENTIARY, now);
        attachment.name = draft.name().value();
        attachment.declaredType = draft.declaredType();
        attachment.captureDigest = draft.captureDigest();
        attachment.capturedAt = draft.capturedAt();
        attachment.state = AttachmentState.RECEIVED;
        return attachment;
    }

    /** A file that was made of another one. */
    static Attachment derived(UUID id, Source source, String recordedBy, Attachment from, WorkingCopy copy, Instant now) {
        Attachment attachment = new Attachment(id, source, recordedBy, copy.file(), AttachmentRole.WORKING, now);
        attachment.derivedFrom = from.id;
        attachment.derivation = copy.derivation().word();
        attachment.name = copy.name().value();
        attachment.mediaType = copy.mediaType();
        // What the registry made itself is known; what people send is looked into like everything that comes in.
        attachment.state = copy.derivation().byHand() ? AttachmentState.RECEIVED : AttachmentState.INSPECTED;
        return attachment;
    }

    /** Notes what was found in the content. */
    public void inspected(String foundType, boolean dangerous, Instant now) {
        AttachmentState found = dangerous ? AttachmentState.QUARANTINED : AttachmentState.INSPECTED;
        boolean seenToDiffer = state != found || !Objects.equals(mediaType, foundType);
        mediaType = foundType;
        state = found;
        changed(now);
        if (seenToDiffer) {
            changedForEverybody(now);
        }
    }

    /** Counts a change of what is shown with the attachment: its copies, its checks. */
    public void changed(Instant now) {
        version++;
        updatedAt = now;
    }

    private void changedForEverybody(Instant now) {
        publicVersion++;
        publicUpdatedAt = now;
    }

    /** Lets everybody have the copy while its source is public. */
    void release(Instant now) {
        if (role != AttachmentRole.WORKING) {
            throw Failure.of(AttachmentFailure.EVIDENCE_NOT_RELEASED);
        }
        if (state != AttachmentState.INSPECTED || publication == Publication.PUBLIC) {
            throw Failure.of(CommonFailure.CONFLICT_WITH_STATE,
                    "Only a copy that was inspected and is not released yet can be released.");
        }
        if (!Derivation.of(derivation).releasable(mediaType)) {
            throw Failure.of(AttachmentFailure.METADATA_NOT_REMOVED);
        }
        publication = Publication.PUBLIC;
        changed(now);
        changedForEverybody(now);
    }

    void withhold(Instant now) {
        if (publication == Publication.WITHHELD) {
            throw Failure.of(CommonFailure.CONFLICT_WITH_STATE, "The copy is withheld already.");
        }
        publication = Publication.WITHHELD;
        changed(now);
    }

    /** True if everybody may have the content: a working copy that was released, of a source that is public. */
    public boolean isPublic(Source source) {
        return source.isPublic() && role == AttachmentRole.WORKING && publication == Publication.PUBLIC
                && state == AttachmentState.INSPECTED;
    }

    public UUID id() {
        return id;
    }

    public UUID sourceId() {
        return sourceId;
    }

    public String organisation() {
        return organisation;
    }

    public long version() {
        return version;
    }

    /** The version that a reader is told, which counts only what this reader can see. */
    public long versionFor(Caller reader) {
        return isEverybody(reader) ? publicVersion : version;
    }

    /** When a reader last saw a difference, UTC. */
    public Instant updatedAtFor(Caller reader) {
        return isEverybody(reader) ? publicUpdatedAt : updatedAt;
    }

    private boolean isEverybody(Caller reader) {
        return SourceAccess.view(reader, organisation).equals(SourceAccess.PUBLIC);
    }

    long publicVersion() {
        return publicVersion;
    }

    public AttachmentRole role() {
        return role;
    }

    public UUID derivedFrom() {
        return derivedFrom;
    }

    public String derivation() {
        return derivation;
    }

    public String name() {
        return name;
    }

    public String declaredType() {
        return declaredType;
    }

    public String mediaType() {
        return mediaType;
    }

    public String digest() {
        return digest;
    }

    public long length() {
        return length;
    }

    public String captureDigest() {
        return captureDigest;
    }

    public Instant capturedAt() {
        return capturedAt;
    }

    public AttachmentState state() {
        return state;
    }

    public Publication publication() {
        return publication;
    }

    public Instant recordedAt() {
        return recordedAt;
    }

    public Instant updatedAt() {
        return updatedAt;
    }

    public String recordedBy() {
        return recordedBy;
    }
}
