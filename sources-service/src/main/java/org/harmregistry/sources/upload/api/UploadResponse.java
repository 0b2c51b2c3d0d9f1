package org.harmregistry.sources.upload.api;

import java.time.Instant;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.harmregistry.sources.upload.domain.Upload;
import org.harmregistry.sources.upload.domain.UploadState;

@Schema(name = "Upload", description = "A file that comes in parts.")
public record UploadResponse(
        UUID id,
        @Schema(description = "The source that it is to be attached to.") UUID source,
        @Schema(description = "How many bytes are kept: the upload goes on there.") long offset,
        @Schema(minimum = "1", maximum = "209715200", description = "Of the whole file, in bytes.") long length,
        @Schema(description = "refused: the bytes that came were not those that the capture digest says; nothing was stored.") UploadState state,
        @Schema(description = "What it became; absent until the last byte came.") UUID attachment,
        @Schema(description = "After this it can no longer be gone on with.") Instant expiresAt) {

    static UploadResponse from(Upload upload) {
        return new UploadResponse(upload.id(), upload.sourceId(), upload.received(), upload.length(), upload.state(),
                upload.attachmentId(), upload.expiresAt());
    }
}
