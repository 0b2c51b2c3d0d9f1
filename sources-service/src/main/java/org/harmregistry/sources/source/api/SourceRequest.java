package org.harmregistry.sources.source.api;

import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.harmregistry.sources.source.domain.Article;
import org.harmregistry.sources.source.domain.ExternalId;
import org.harmregistry.sources.source.domain.Fieldwork;
import org.harmregistry.sources.source.domain.Imagery;
import org.harmregistry.sources.source.domain.Independence;
import org.harmregistry.sources.source.domain.Interview;
import org.harmregistry.sources.source.domain.Letter;
import org.harmregistry.sources.source.domain.Medium;
import org.harmregistry.sources.source.domain.Post;
import org.harmregistry.sources.source.domain.PublicStatement;
import org.harmregistry.sources.source.domain.PublishedOn;
import org.harmregistry.sources.source.domain.RegisterEntry;
import org.harmregistry.sources.source.domain.Reliability;
import org.harmregistry.sources.source.domain.Sensitivity;
import org.harmregistry.sources.source.domain.SiteVisit;
import org.harmregistry.sources.source.domain.SourceKind;

/** What is read as a source, for the API document; bodies are read as what the domain keeps, once their texts are put aside. */
@Schema(name = "SourceRequest", description = "What a client says of a source; what is absent is unknown.")
public record SourceRequest(
        @Schema(description = "Ids in other systems, at most 20, each unique within the organisation.") List<ExternalId> externalIds,
        @Schema(required = true, description = "What the source is.") SourceKind kind,
        @Schema(required = true, maxLength = 1000, description = "The title as published.") String title,
        @Schema(maxLength = 2000, format = "uri", description = "Where it was published; http or https.") String url,
        @Schema(maxLength = 2000, format = "uri", description = "Where a capture of the page is kept; http or https.") String archivedUrl,
        @Schema(maxLength = 300, description = "The office or body that speaks.") String publisher,
        @Schema(maxLength = 300, description = "The author as printed.") String author,
        @Schema(description = "When it was published; date is absent if and only if precision is unknown.") PublishedOn publishedOn,
        @Schema(description = "Language of the original, BCP 47.") String language,
        @Schema(description = "Through what the source speaks.") Medium medium,
        @Schema(description = "Its texts, at most 50; the words are kept in the archive under their digest.") List<TextRequest> texts,
        @Schema(description = "Admiralty scale: A completely reliable to E unreliable, F cannot be judged.") Reliability reliability,
        @Schema(minimum = "1", maximum = "6", description = "Admiralty scale: 1 confirmed to 5 improbable, 6 cannot be judged.") Integer credibility,
        @Schema(description = "Named where the source says again what another one says.") Independence independence,
        @Schema(description = "What a reader should be warned of.") List<Sensitivity> sensitivity,
        @Schema(description = "Only of kind interview. Everybody sees neither place nor day nor family, but area and month.") Interview interview,
        @Schema(description = "Only of kind site_visit. Everybody sees the point as the centre of its cell of 0.01 degrees.") SiteVisit siteVisit,
        @Schema(description = "Only of kind imagery. Everybody sees the footprint widened to whole cells of 0.01 degrees.") Imagery imagery,
        @Schema(description = "Only of kind statement.") PublicStatement statement,
        @Schema(description = "Only of kind letter.") Letter letter,
        @Schema(description = "Only of kind register.") RegisterEntry registerEntry,
        @Schema(description = "Only of kind post.") Post post,
        @Schema(description = "Only of kind article.") Article article,
        @Schema(description = "Counts of field work that a report states, 0 to 1,000,000 each; only of kind report.") Fieldwork fieldwork,
        @Schema(pattern = "^[a-z0-9][a-z0-9-]{0,99}$", description = "The data set that the record was taken from.") String dataset,
        @Schema(maxLength = 200, description = "Licence of the record, as SPDX identifier where there is one.") String licence,
        @Schema(maxLength = 500, description = "The credit that the licence asks for.") String attribution) {
}
