package org.harmregistry.sources.citation.api;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.harmregistry.sources.citation.domain.Citation;
import org.harmregistry.sources.citation.domain.Stance;
import org.harmregistry.sources.citation.domain.Verification;
import org.harmregistry.sources.source.domain.Finding;

@Schema(name = "Citation", description = "A source cited for an incident; who may see the source may see it.")
public record CitationResponse(
        UUID id,
        UUID source,
        UUID incident,
        Stance stance,
        String passage,
        @Schema(description = "What an importer found odd about the citation.") List<Finding> dataQuality,
        @Schema(description = "Whether the incident was found to exist.") Verification verification,
        @Schema(description = "The organisation that brought the citation.") String organisation,
        @Schema(minimum = "1", description = "Counts the changes of the record.") long version,
        Instant recordedAt,
        Instant updatedAt) {

    static CitationResponse from(Citation citation) {
        return new CitationResponse(citation.id(), citation.sourceId(), citation.incident(), citation.stance(),
                citation.passage(), citation.dataQuality(), citation.verification(), citation.organisation(),
                citation.version(), citation.recordedAt(), citation.updatedAt());
    }
}
