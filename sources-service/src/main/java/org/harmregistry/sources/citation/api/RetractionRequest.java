package org.harmregistry.sources.citation.api;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.harmregistry.sources.source.domain.Texts;

@Schema(name = "RetractionRequest", description = "Why a citation is taken back.")
public record RetractionRequest(
        @Schema(required = true, maxLength = 1000, description = "The reason, for the history.") String reason) {

    public RetractionRequest {
        Texts.required(reason, 1_000, "/reason");
    }
}
