package org.harmregistry.sources.citation.api;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.harmregistry.kit.identity.Caller;
import org.harmregistry.sources.citation.domain.Citation;
import org.harmregistry.sources.citation.domain.CitationAccess;
import org.harmregistry.sources.citation.domain.CitationStatus;
import org.harmregistry.sources.citation.domain.Claims;
import org.harmregistry.sources.citation.domain.ListedCitation;
import org.harmregistry.sources.citation.domain.Locator;
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
        @Schema(description = "The same place in numbers.") Locator locator,
        @Schema(description = "What the source claims of the incident; what is absent is not claimed. The names of the dead "
                + "(victims) are shown to analysts, publishers and the citation's organisation alone.") Claims claims,
        @Schema(minimum = "1", description = "How many of the dead the source names; absent: none.") Integer victimsNamed,
        @Schema(description = "What an importer found odd about the citation.") List<Finding> dataQuality,
        @Schema(description = "Whether the incident is there for the reader: unverified as long as incidents-service could not "
                + "be asked; unknown_incident also where it is there for others.") Verification verification,
        @Schema(description = "The incident that speaks for the one cited since they were merged.") UUID successor,
        @Schema(description = "Whether the citation stands; what was retracted is counted nowhere.") CitationStatus status,
        Instant retractedAt,
        @Schema(description = "Why it was retracted; for analysts, publishers and the citation's organisation alone.") String retractionReason,
        @Schema(description = "The organisation that brought the citation.") String organisation,
        @Schema(description = "Of the cited source; in lists only.") SourceStanding standing,
        @Schema(minimum = "1", description = "Counts the changes of the record.") long version,
        Instant recordedAt,
        Instant updatedAt) {

    static CitationResponse from(Citation citation, Caller reader) {
        return of(citation, reader, null);
    }

    static CitationResponse from(ListedCitation listed, Caller reader) {
        return of(listed.citation(), reader, SourceStanding.of(listed.source(), reader));
    }

    private static CitationResponse of(Citation citation, Caller reader, SourceStanding standing) {
        Claims claims = citation.claims();
        boolean everybody = CitationAccess.isPublicView(citation, reader);
        return new CitationResponse(citation.id(), citation.sourceId(), citation.incident(), citation.stance(),
                citation.passage(), citation.locator(), claims != null && everybody ? claims.forEverybody() : claims,
                claims == null || claims.victims().isEmpty() ? null : Integer.valueOf(claims.victims().size()),
                citation.dataQuality(), citation.verificationFor(reader), citation.successorFor(reader), citation.status(),
                citation.retractedAt(),
                everybody ? null : citation.retractionReason(), citation.organisation(), standing, citation.versionFor(reader),
                citation.recordedAt(), citation.updatedAtFor(reader));
    }
}
