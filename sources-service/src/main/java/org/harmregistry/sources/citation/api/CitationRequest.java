package org.harmregistry.sources.citation.api;

import java.util.List;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.harmregistry.sources.citation.domain.CitationContent;
import org.harmregistry.sources.citation.domain.Stance;

@Schema(name = "CitationRequest", description = "What a source is cited for.")
public record CitationRequest(
        @Schema(required = true, description = "The incident; it need not be known to the registry yet.") UUID incident,
        @Schema(required = true, description = "How the source speaks of the incident.") Stance stance,
        @Schema(maxLength = 2000, description = "Where in the source: page, paragraph or time code, or the words themselves. "
                + "Absent: the source as a whole.") String passage) {

    CitationContent toContent() {
        return new CitationContent(incident, stance, passage, List.of());
    }
}
