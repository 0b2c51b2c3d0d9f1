package org.harmregistry.sources.source.api;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.harmregistry.sources.source.domain.Article;
import org.harmregistry.sources.source.domain.Duplicate;
import org.harmregistry.sources.source.domain.ExternalId;
import org.harmregistry.sources.source.domain.Fieldwork;
import org.harmregistry.sources.source.domain.Finding;
import org.harmregistry.sources.source.domain.Imagery;
import org.harmregistry.sources.source.domain.Independence;
import org.harmregistry.sources.source.domain.Interview;
import org.harmregistry.sources.source.domain.Letter;
import org.harmregistry.sources.source.domain.Medium;
import org.harmregistry.sources.source.domain.Post;
import org.harmregistry.sources.source.domain.PublicStatement;
import org.harmregistry.sources.source.domain.Publication;
import org.harmregistry.sources.source.domain.PublishedOn;
import org.harmregistry.sources.source.domain.RegisterEntry;
import org.harmregistry.sources.source.domain.Reliability;
import org.harmregistry.sources.source.domain.Restriction;
import org.harmregistry.sources.source.domain.Sensitivity;
import org.harmregistry.sources.source.domain.SiteVisit;
import org.harmregistry.sources.source.domain.SourceKind;
import org.harmregistry.sources.source.domain.SourceStatus;

/** What a source looks like, for the API document; answers are written from what is kept. */
@Schema(name = "Source", description = "A source as the registry keeps it; what is absent is unknown.")
public record SourceResponse(
        UUID id,
        List<ExternalId> externalIds,
        SourceKind kind,
        String title,
        String url,
        String archivedUrl,
        String publisher,
        String author,
        PublishedOn publishedOn,
        String language,
        Medium medium,
        @Schema(description = "Texts by digest; their words only where a single source is read.") List<TextResponse> texts,
        @Schema(description = "True if the archive did not answer, so that the words of the texts are left out.") Boolean unavailable,
        Reliability reliability,
        Integer credibility,
        Independence independence,
        List<Sensitivity> sensitivity,
        @Schema(description = "Only of kind interview. Everybody sees neither place nor day nor family, but area and month.") Interview interview,
        @Schema(description = "Only of kind site_visit. Everybody sees the point as the centre of its cell of 0.01 degrees.") SiteVisit siteVisit,
        @Schema(description = "Only of kind imagery. Everybody sees the footprint widened to whole cells of 0.01 degrees.") Imagery imagery,
        @Schema(description = "Only of kind statement.") PublicStatement statement,
        @Schema(description = "Only of kind letter.") Letter letter,
        @Schema(description = "Only of kind register.") RegisterEntry registerEntry,
        @Schema(description = "Only of kind post.") Post post,
        @Schema(description = "Only of kind article.") Article article,
        Fieldwork fieldwork,
        String dataset,
        String licence,
        String attribution,
        @Schema(description = "What the registry found odd about the record.") List<Finding> dataQuality,
        @Schema(description = "The same for all records of one publication, as far as address, or publisher, date and title tell.") String canonicalKey,
        @Schema(description = "Other sources that may be the same publication; only in the answer to a creation.") List<Duplicate> duplicates,
        @Schema(description = "What is not done with it; told to its organisation and the registry's staff.") List<Restriction> restrictions,
        SourceStatus status,
        Publication publication,
        @Schema(description = "The organisation that brought the source.") String organisation,
        @Schema(minimum = "1", description = "Counts the changes of the record.") long version,
        Instant recordedAt,
        Instant updatedAt,
        @Schema(description = "The instant as of which the registry was asked; only with asOf.") Instant asOf) {
}
