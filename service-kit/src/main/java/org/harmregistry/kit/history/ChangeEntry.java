package org.harmregistry.kit.history;

import java.time.Instant;
import java.util.UUID;

/**
 * One entry of a change feed. It is thin: the reader fetches the record with its own rights.
 *
 * @param id the record
 * @param version the record's version after the change
 * @param kind what happened; {@code removed} on a tombstone
 * @param tombstone true if the record left the reader's sight
 * @param reason public reason code of a tombstone
 * @param changedAt when the registry recorded it, UTC
 */
public record ChangeEntry(UUID id, long version, String kind, boolean tombstone, String reason, Instant changedAt) {
}
