package org.harmregistry.sources.source.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;

/**
 * A new source as the columns of its row. Many are sent as one JSON text and added by one statement: entities that a session
 * holds are compared with what they were before each of its statements, which costs an import more than its rows do.
 *
 * @param content what was said, as it is answered
 * @param publicContent what of it everybody sees; {@code null} if that is all of it
 * @param publicVersion from 1; 0 if it was never public
 */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
public record SourceRow(UUID id, String organisation, long version, SourceStatus status, Publication publication,
        Instant recordedAt, Instant updatedAt, String recordedBy, String creationDigest, String importDigest,
        Long importVersion, String canonicalKey, SourceKind kind, String publisher, LocalDate publishedOn, String language,
        Reliability reliability, Integer credibility, UUID repeats, String dataset, SourceContent content,
        SourceContent publicContent, long publicVersion, Instant publicUpdatedAt, RegisteredFacts facts) {
}
