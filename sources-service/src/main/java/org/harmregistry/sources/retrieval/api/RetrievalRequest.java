package org.harmregistry.sources.retrieval.api;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.harmregistry.sources.source.domain.Texts;

@Schema(name = "RetrievalRequest", description = "What is to be fetched.")
public record RetrievalRequest(
        @Schema(maxLength = 2000, description = "The page's address, http or https; absent: the source's own.") String url) {

    public RetrievalRequest {
        Texts.bounded(url, 2_000, "/url");
    }
}
