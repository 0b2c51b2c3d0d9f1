package org.harmregistry.incidents.duplicate.domain;

import java.time.Instant;
import java.util.UUID;

/**
 * Somebody's finding that two records are not of one incident.
 *
 * @param id the finding's own id
 * @param pair the records
 * @param reason why
 * @param dismissedBy the {@code sub} of who found it
 * @param dismissedAt when, UTC
 */
public record Dismissal(UUID id, RecordPair pair, String reason, String dismissedBy, Instant dismissedAt) {
}
