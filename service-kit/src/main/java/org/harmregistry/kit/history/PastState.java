package org.harmregistry.kit.history;

import java.time.Instant;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A record as the registry had it at a past instant.
 *
 * @param recordId the record
 * @param version its version then
 * @param createdAt when its first version was recorded
 * @param recordedAt when that version was recorded: its {@code updatedAt} then
 * @param snapshot the whole record then
 * @param derived what it was filtered by and is not in the snapshot; {@code null} for nothing
 */
public record PastState(UUID recordId, long version, Instant createdAt, Instant recordedAt, JsonNode snapshot,
        JsonNode derived) {
}
