package org.harmregistry.sources.retrieval.api;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.harmregistry.sources.retrieval.domain.SourceRetrieval.Kept;

@Schema(name = "Retrieval", description = "A page that was fetched and kept.")
public record RetrievalResponse(
        @Schema(description = "The source that it was fetched for.") UUID source,
        @Schema(description = "The attachment that holds it.") UUID attachment,
        @Schema(description = "SHA-256 of its bytes as they came.") String digest,
        @Schema(minimum = "1", description = "In bytes.") long length,
        @Schema(description = "The addresses asked, from the one wanted to the one that answered.") List<String> fetchedFrom,
        Instant fetchedAt) {

    static RetrievalResponse from(UUID source, Kept kept) {
        return new RetrievalResponse(source, kept.attachment(), kept.file().digest(), kept.file().length(), kept.hops(),
                kept.at());
    }
}
