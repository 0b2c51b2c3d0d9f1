package org.harmregistry.kit.history;

import java.time.Instant;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * One entry of a change feed. It is thin: the reader fetches the record with its own rights.
 *
 * @param id the record
 * @param version the record's version after the change, as this reader counts it
 * @param kind what happened; {@code removed} on a tombstone
 * @param tombstone true if the record left the reader's sight
 * @param reason public reason code of a tombstone: {@code withdrawn}, {@code merged},
 *        {@code consent_withdrawn} or {@code no_longer_public}
 * @param changedAt when the registry recorded it, UTC
 */
@Schema(name = "ChangeEntry", description = "One change of one record. It is thin: the reader fetches the record with its own rights")
public record ChangeEntry(
        UUID id,
        @Schema(description = "The record's version after the change, as this reader counts it") long version,
        @Schema(description = "What happened, in one word; removed on a tombstone", examples = "changed") String kind,
        @Schema(description = "true if the record left the reader's sight") boolean tombstone,
        @Schema(description = "Of a tombstone: why, as far as everybody may know", enumeration = {
                "withdrawn", "merged", "consent_withdrawn",
                "no_longer_public" }) String reason,
        @Schema(description = "When the registry recorded it, UTC") Instant changedAt){
}
