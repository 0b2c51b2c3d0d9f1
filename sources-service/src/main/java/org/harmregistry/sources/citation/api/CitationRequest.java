package org.harmregistry.sources.citation.api;

import java.util.List;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.harmregistry.sources.citation.domain.CitationContent;
import org.harmregistry.sources.citation.domain.Claims;
import org.harmregistry.sources.citation.domain.Locator;
import org.harmregistry.sources.citation.domain.Stance;
import org.harmregistry.sources.source.domain.Finding;

@Schema(name = "CitationRequest", description = "What a source is cited for.")
public record CitationRequest(
        @Schema(required = true, description = "The incident; it need not be known to the registry yet.") UUID incident,
        @Schema(required = true, description = "How the source speaks of the incident.") Stance stance,
        @Schema(maxLength = 2000, description = "Where in the source: page, paragraph or time code, or the words themselves. "
                + "Absent: the source as a whole.") String passage,
        @Schema(description = "The same place in numbers: page, paragraph, time code.") Locator locator,
        @Schema(description = "What the source claims of the incident; what is absent is not claimed. Names of the dead are never "
                + "shown to everybody.") Claims claims) {

    /** A citation in the form in which it can be written again. */
    static CitationRequest from(CitationContent content) {
        return new CitationRequest(content.incident(), content.stance(), content.passage(), content.locator(),
                content.claims());
    }

    /** @param dataQuality what an importer found odd, which is not written here */
    CitationContent toContent(List<Finding> dataQuality) {
        return new CitationContent(incident, stance, passage, locator, claims, dataQuality);
    }
}
