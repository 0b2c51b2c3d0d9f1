package org.harmregistry.sources.attachment.api;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.harmregistry.kit.identity.Caller;
import org.harmregistry.kit.paging.Page;
import org.harmregistry.sources.archive.ArchivedText.Integrity;
import org.harmregistry.sources.attachment.domain.Attachment;
import org.harmregistry.sources.attachment.domain.AttachmentKnowledge;
import org.harmregistry.sources.attachment.domain.AttachmentRegister.Known;
import org.harmregistry.sources.attachment.domain.AttachmentRole;
import org.harmregistry.sources.attachment.domain.AttachmentState;
import org.harmregistry.sources.capture.domain.Check;
import org.harmregistry.sources.inspection.domain.InspectionFinding;
import org.harmregistry.sources.source.domain.Publication;

@Schema(name = "Attachment", description = "A file of a source.")
public record AttachmentResponse(
        UUID id,
        UUID source,
        @Schema(description = "evidentiary: as it came in, byte for byte; working: made of an evidentiary one.") AttachmentRole role,
        @Schema(description = "The attachment that a working copy was made of.") UUID derivedFrom,
        @Schema(description = "How a working copy was made.", examples = "metadata_removed") String derivation,
        @Schema(description = "What people called the file, made safe: no path, no control characters.") String name,
        @Schema(description = "The media type that the sender named; nothing relies on it.") String declaredType,
        @Schema(description = "The media type found in the content; absent until it was looked into.") String mediaType,
        @Schema(description = "SHA-256 of the content, made as the bytes came in.", examples = "sha-256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08") String digest,
        @Schema(minimum = "1", maximum = "209715200", description = "In bytes.") long length,
        @Schema(description = "SHA-256 made at capture; it is that of the content, or nothing would have been stored.") String captureDigest,
        @Schema(description = "When the file was captured, as the sender says.") Instant capturedAt,
        @Schema(description = "What is wrong with the archived content; absent if nothing is known to be.") Integrity integrity,
        @Schema(description = "quarantined: found dangerous; its content is for the registry's staff alone.") AttachmentState state,
        @Schema(description = "public: everybody may have it while its source is public; working copies only.") Publication publication,
        @Schema(description = "The organisation that brought the source.") String organisation,
        @Schema(minimum = "1", description = "Counts the changes of the record; the content never changes.") long version,
        Instant recordedAt,
        Instant updatedAt,
        @Schema(description = "What the inspection found; only where one attachment is read, as all that follows.") List<InspectionFinding> findings,
        @Schema(description = "What the file's own proofs came to, the last of each kind.") List<Check> checks,
        @Schema(description = "The working copies of it, by id.") List<UUID> workingCopies,
        @Schema(description = "Copies that could not be made, and why.") List<AttachmentKnowledge.NotMade> notMade,
        @Schema(description = "Why it could not be examined, if it could not; it is tried again on demand.", examples = "content_damaged") String examinationFailure,
        @Schema(description = "What the maker of a working copy says of it.") String note) {

    @Schema(name = "AttachmentList", description = "A page of attachments, in the order of their ids.")
    record Attachments(List<AttachmentResponse> items, Page.Position page) {
    }

    static AttachmentResponse from(Attachment attachment, Caller reader) {
        return from(attachment, null, reader);
    }

    static AttachmentResponse from(Attachment attachment, Integrity integrity, Caller reader) {
        return from(new Known(attachment, AttachmentKnowledge.UNTOLD, integrity), reader);
    }

    static AttachmentResponse from(Known known, Caller reader) {
        Attachment attachment = known.attachment();
        AttachmentKnowledge knowledge = known.knowledge();
        return new AttachmentResponse(attachment.id(), attachment.sourceId(), attachment.role(), attachment.derivedFrom(),
                attachment.derivation(), attachment.name(), attachment.declaredType(), attachment.mediaType(),
                attachment.digest(), attachment.length(), attachment.captureDigest(), attachment.capturedAt(),
                known.integrity(), attachment.state(), attachment.publication(), attachment.organisation(),
                attachment.versionFor(reader), attachment.recordedAt(), attachment.updatedAtFor(reader), knowledge.findings(),
                knowledge.checks(),
                knowledge.workingCopies(), knowledge.notMade(), knowledge.examinationFailure(), knowledge.note());
    }
}
