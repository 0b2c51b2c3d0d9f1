package org.harmregistry.sources.citation.domain;

import java.util.UUID;

import org.harmregistry.sources.source.domain.ExternalId;

/**
 * A row of an import of citations.
 *
 * @param source the source's id; {@code null} if it is named by {@code externalId}
 * @param externalId an external id of a source of the importer's organisation
 * @param content what the row says
 * @param digest of the whole row
 */
public record ImportedCitation(UUID source, ExternalId externalId, CitationContent content, String digest) {
}
