package org.harmregistry.sources.upload.domain;

import org.harmregistry.kit.problem.Failure;
import org.harmregistry.sources.archive.ArchiveFailure;
import org.harmregistry.sources.archive.FileArchive;
import org.harmregistry.sources.attachment.domain.AttachmentDraft;

/**
 * An upload that is to be begun.
 *
 * @param file what is said of the file
 * @param length its length in bytes
 * @param metadata the header {@code Upload-Metadata} as it came; {@code null} if none did
 */
public record UploadDraft(AttachmentDraft file, long length, String metadata) {

    public UploadDraft {
        if (length > FileArchive.MOST) {
            throw Failure.at(ArchiveFailure.FILE_TOO_LARGE, "#Upload-Length", ArchiveFailure.FILE_TOO_LARGE.title() + ".");
        }
        if (length < 1) {
            throw Failure.at(ArchiveFailure.FILE_EMPTY, "#Upload-Length", ArchiveFailure.FILE_EMPTY.title() + ".");
        }
    }
}
