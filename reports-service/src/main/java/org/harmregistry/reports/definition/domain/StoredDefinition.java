package org.harmregistry.reports.definition.domain;

import java.time.Instant;
import java.util.UUID;

/**
 * A definition as it is read.
 *
 * @param id the record's id in histories and feeds
 * @param content what the publisher said
 * @param organisation who owns it
 * @param version from 1
 * @param recordedAt when it was stored, UTC
 * @param updatedAt when it was last changed, UTC
 */
public record StoredDefinition(UUID id, DefinitionContent content, String organisation, long version, Instant recordedAt,
        Instant updatedAt) {
}
