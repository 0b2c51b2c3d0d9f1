package org.harmregistry.sources.witness.api;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.harmregistry.sources.source.domain.Texts;

@Schema(name = "ReasonRequest", description = "Why a custodian asks, consents or refuses. It is kept sealed.")
public record ReasonRequest(
        @Schema(required = true, maxLength = 2000) String reason) {

    public ReasonRequest {
        Texts.required(reason, 2_000, "/reason");
    }
}
