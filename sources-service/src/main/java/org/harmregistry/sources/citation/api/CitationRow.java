package org.harmregistry.sources.citation.api;

import java.util.List;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.harmregistry.sources.citation.domain.Claims;
import org.harmregistry.sources.citation.domain.Locator;
import org.harmregistry.sources.citation.domain.Stance;
import org.harmregistry.sources.source.domain.ExternalId;
import org.harmregistry.sources.source.domain.Finding;

import com.fasterxml.jackson.databind.JsonNode;

@Schema(name = "CitationRow", description = "A row of an import of citations.")
public record CitationRow(
        @Schema(description = "The source: its id, or an external id of a source of the importer's organisation.", oneOf = {
                UUID.class, ExternalId.class }) JsonNode source,
        @Schema(description = "In place of source: an external id of a source of the importer's organisation.") ExternalId externalId,
        @Schema(required = true, description = "The incident.") UUID incident,
        @Schema(required = true, description = "How the source speaks of the incident.") Stance stance,
        @Schema(maxLength = 2000, description = "Where in the source; absent: the source as a whole.") String passage,
        @Schema(description = "The same place in numbers: page, paragraph, time code.") Locator locator,
        @Schema(description = "What the source claims of the incident; what is absent is not claimed.") Claims claims,
        @Schema(description = "What the importer found odd, at most 10.") List<Finding> dataQuality){
}
