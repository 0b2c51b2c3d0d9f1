package org.harmregistry.sources.attachment.api;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.harmregistry.sources.source.domain.Texts;

@Schema(name = "ReleaseRequest", description = "Why a working copy is released or withheld.")
public record ReleaseRequest(
        @Schema(required = true, maxLength = 1000, description = "The reason, for history and custody.") String reason) {

    public ReleaseRequest {
        Texts.required(reason, 1_000, "/reason");
    }
}
