package org.harmregistry.incidents.redress;

import java.time.Instant;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.harmregistry.incidents.record.ApiText;
import org.harmregistry.incidents.record.Kept;
import org.harmregistry.incidents.record.RecordView;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonUnwrapped;

/** Redress as it is read. */
@Schema(name = "Redress", description = "Redress as it is read")
public record RecordedRedress(
        UUID id,
        @JsonUnwrapped Redress redress,
        @Schema(description = "From 1, one more with each change") long version,
        @Schema(description = "When the registry recorded it first, UTC") Instant recordedAt,
        @Schema(description = "When the registry recorded its latest version, UTC") Instant updatedAt,
        @Schema(description = ApiText.ANSWERED_AS_OF) Instant asOf,
        @JsonIgnore @Schema(hidden = true) boolean visible) implements RecordView {

    static RecordedRedress from(Kept<Redress, RedressRow> kept, boolean visible) {
        var keeping = kept.row().keeping();
        return new RecordedRedress(kept.row().id(), kept.content(), keeping.version(), keeping.recordedAt(),
                keeping.updatedAt(), kept.asOf(), visible);
    }
}
