package org.harmregistry.sources.citation.domain;

import java.util.UUID;

import org.harmregistry.sources.source.domain.ExternalId;

/**
 * A row of an import of citations.
 *
 * @param source the source's id; {@code null} if it is named by {@code externalId}
 * @param externalId an external id of a source of the importer's organisation
 * @param content what the row says
 * @param exported of which record and version the row is an export; {@code null} if it came from elsewhere
 * @param digest of the whole row
 */
public record ImportedCitation(UUID source, ExternalId externalId, CitationContent content, Exported exported, String digest) {

    /** The record and version that an exported row names. */
    public record Exported(UUID id, long version) {
    }
}
