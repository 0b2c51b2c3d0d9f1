package org.harmregistry.sources.source.api;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.harmregistry.sources.archive.ArchivedText;
import org.harmregistry.sources.source.domain.Duplicate;
import org.harmregistry.sources.source.domain.ExternalId;
import org.harmregistry.sources.source.domain.Fieldwork;
import org.harmregistry.sources.source.domain.Finding;
import org.harmregistry.sources.source.domain.Independence;
import org.harmregistry.sources.source.domain.Medium;
import org.harmregistry.sources.source.domain.Publication;
import org.harmregistry.sources.source.domain.PublishedOn;
import org.harmregistry.sources.source.domain.Reliability;
import org.harmregistry.sources.source.domain.Sensitivity;
import org.harmregistry.sources.source.domain.Source;
import org.harmregistry.sources.source.domain.SourceContent;
import org.harmregistry.sources.source.domain.SourceKind;
import org.harmregistry.sources.source.domain.SourceRegister.Registered;
import org.harmregistry.sources.source.domain.SourceRegister.Words;
import org.harmregistry.sources.source.domain.SourceStatus;

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
        Fieldwork fieldwork,
        String dataset,
        String licence,
        String attribution,
        @Schema(description = "What the registry found odd about the record.") List<Finding> dataQuality,
        @Schema(description = "The same for all records of one publication, as far as address, or publisher, date and title tell.") String canonicalKey,
        @Schema(description = "Other sources that may be the same publication; only in the answer to a creation.") List<Duplicate> duplicates,
        SourceStatus status,
        Publication publication,
        @Schema(description = "The organisation that brought the source.") String organisation,
        @Schema(minimum = "1", description = "Counts the changes of the record.") long version,
        Instant recordedAt,
        Instant updatedAt) {

    /** A source in a list: texts by digest. */
    static SourceResponse from(Source source) {
        return of(source, Map.of(), null, null);
    }

    static SourceResponse from(Registered registered) {
        return of(registered.source(), Map.of(), null, registered.duplicates());
    }

    static SourceResponse from(Source source, Words words) {
        return of(source, words.byDigest(), words.unavailable() ? true : null, null);
    }

    private static SourceResponse of(Source source, Map<String, ArchivedText> words, Boolean unavailable,
            List<Duplicate> duplicates) {
        SourceContent content = source.content();
        return new SourceResponse(source.id(), content.externalIds(), content.kind(), content.title(),
                SourceRequest.value(content.url()), SourceRequest.value(content.archivedUrl()), content.publisher(),
                content.author(), content.publishedOn(), content.language(), content.medium(),
                content.texts().stream().map(text -> TextResponse.from(text, words.get(text.digest()))).toList(), unavailable,
                content.reliability(), content.credibility(), content.independence(), content.sensitivity(),
                content.fieldwork(), content.dataset(), content.licence(), content.attribution(), source.dataQuality(),
                source.canonicalKey(), duplicates, source.status(), source.publication(), source.organisation(),
                source.version(), source.recordedAt(), source.updatedAt());
    }
}
