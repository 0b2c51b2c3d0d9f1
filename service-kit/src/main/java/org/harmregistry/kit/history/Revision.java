package org.harmregistry.kit.history;

import java.time.Instant;
import java.util.List;

import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A record as it stood after one change, and what the change was.
 *
 * @param version from 1, without gaps
 * @param kind what happened: {@code created}, {@code changed}, {@code accepted}, {@code published}, …
 * @param reason why; absent where none is asked for
 * @param recordedBy the {@code sub} of who did it
 * @param organisation for which organisation
 * @param recordedAt when the registry recorded it, UTC; the record's updatedAt in that version
 * @param changes the old and new value of what differs from the version before; of the first version all that it says
 * @param snapshot the whole record after the change
 */
@Schema(name = "Revision", description = "A record as it stood after one change, by whom, when and why")
public record Revision(
        @Schema(description = "From 1, without gaps") long version,
        @Schema(description = "What happened, in one word", examples = "changed") String kind,
        @Schema(description = "Why; absent where none is asked for") String reason,
        @Schema(description = "The sub of who did it") String recordedBy,
        @Schema(description = "For which organisation") String organisation,
        @Schema(description = "When the registry recorded it, UTC: the record's updatedAt in that version") Instant recordedAt,
        @Schema(description = "The old and new value of what differs from the version before; of the first version all that it "
                + "says") List<ValueChange> changes,
        @Schema(description = "The whole record after the change", type = SchemaType.OBJECT) JsonNode snapshot) {
}
