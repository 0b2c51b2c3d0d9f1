package org.harmregistry.sources.attachment.domain;

import java.time.Instant;
import java.util.UUID;

import org.harmregistry.kit.problem.CommonFailure;
import org.harmregistry.kit.problem.Failure;

/**
 * What is said of a file that is to be attached.
 *
 * @param id the client's own id for the attachment; {@code null}: the registry makes one
 * @param name what people called it
 * @param declaredType the media type that the sender names; {@code null} if none
 * @param captureDigest SHA-256 made when the file was captured, {@code sha-256:<hex>}; {@code null} if none was made
 * @param capturedAt when it was captured, as the sender says; {@code null} if not known
 */
public record AttachmentDraft(UUID id, FileName name, String declaredType, String captureDigest, Instant capturedAt) {

    public AttachmentDraft {
        if (captureDigest != null && !captureDigest.matches("sha-256:[0-9a-f]{64}")) {
            throw Failure.of(AttachmentFailure.DIGEST_UNKNOWN);
        }
        if (declaredType != null
                && !declaredType.matches("[a-z0-9][a-z0-9!#$&^_.+-]{0,126}/[a-z0-9][a-z0-9!#$&^_.+-]{0,126}")) {
            throw Failure.at(CommonFailure.INVALID_VALUE, "#Content-Type", "This is no media type.");
        }
    }
}
