package org.harmregistry.sources.citation.api;

import java.util.List;
import java.util.SortedMap;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.harmregistry.kit.identity.Caller;
import org.harmregistry.sources.citation.domain.CitationSummary;
import org.harmregistry.sources.citation.domain.Claims;
import org.harmregistry.sources.citation.domain.Locator;
import org.harmregistry.sources.citation.domain.Stance;
import org.harmregistry.sources.source.domain.PublishedOn;
import org.harmregistry.sources.source.domain.Reliability;
import org.harmregistry.sources.source.domain.SourceContent;
import org.harmregistry.sources.source.domain.SourceKind;

@Schema(name = "CitationSummary", description = "What is said of an incident, side by side, as far as the reader may see the "
        + "sources.")
public record CitationSummaryResponse(
        UUID incident,
        @Schema(description = "How many sources are cited; a source cited for several passages counts once.") int sources,
        @Schema(description = "How many of them speak with a voice of their own: a source that repeats another cited one, or is "
                + "the same publication, is not counted again.") int independent,
        @Schema(description = "Citations by stance.") SortedMap<String, Integer> stances,
        @Schema(description = "Sources by kind.") SortedMap<String, Integer> kinds,
        @Schema(description = "Sources by language of the original (BCP 47), unknown where it is not known.") SortedMap<String, Integer> languages,
        @Schema(description = "The citations in the order of their ids.") List<Side> claims) {

    @Schema(name = "CitedClaims", description = "One citation among the others.")
    public record Side(
            UUID citation,
            UUID source,
            @Schema(description = "The same number for sources that are not independent of one another.") int voice,
            SourceKind kind,
            String title,
            String publisher,
            PublishedOn publishedOn,
            String language,
            Reliability reliability,
            Integer credibility,
            Stance stance,
            String passage,
            Locator locator,
            @Schema(description = "What the source claims; names of the dead as in a citation.") Claims claims,
            Integer victimsNamed) {
    }

    static CitationSummaryResponse from(CitationSummary summary, Caller reader) {
        return new CitationSummaryResponse(summary.incident(), summary.sources(), summary.independent(), summary.stances(),
                summary.kinds(), summary.languages(),
                summary.citations().stream().map(each -> side(each, reader)).toList());
    }

    private static Side side(CitationSummary.Voiced voiced, Caller reader) {
        CitationResponse citation = CitationResponse.from(voiced.cited(), reader);
        SourceContent source = voiced.cited().source().contentFor(reader);
        return new Side(citation.id(), citation.source(), voiced.voice(), source.kind(), source.title(), source.publisher(),
                source.publishedOn(), source.language(), source.reliability(), source.credibility(), citation.stance(),
                citation.passage(), citation.locator(), citation.claims(), citation.victimsNamed());
    }
}
