package org.harmregistry.incidents.victim.domain;

import java.time.Instant;
import java.util.UUID;

/**
 * A victim's record as a revision keeps it.
 *
 * @param id the record
 * @param version its version then
 * @param recordedAt when its first version was recorded
 * @param updatedAt when that version was recorded
 * @param snapshot the whole record as JSON
 * @param publicVersion the version that everybody counted then
 * @param publicUpdatedAt when everybody saw it change last; {@code null} if nobody did
 * @param namePublicToday whether everybody may read the name today
 */
public record PastVictim(UUID id, long version, Instant recordedAt, Instant updatedAt, String snapshot, long publicVersion,
        Instant publicUpdatedAt, boolean namePublicToday) {
}
