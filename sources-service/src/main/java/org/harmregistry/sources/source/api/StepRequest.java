package org.harmregistry.sources.source.api;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.harmregistry.sources.source.domain.Texts;

@Schema(name = "StepRequest", description = "Why a source is accepted, published or withheld.")
public record StepRequest(
        @Schema(required = true, maxLength = 1000, description = "The reason, for the history.") String reason) {

    public StepRequest {
        Texts.required(reason, 1_000, "/reason");
    }
}
