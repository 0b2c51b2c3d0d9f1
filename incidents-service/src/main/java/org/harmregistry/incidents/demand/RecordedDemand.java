package org.harmregistry.incidents.demand;

import java.time.Instant;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.harmregistry.incidents.record.ApiText;
import org.harmregistry.incidents.record.Kept;
import org.harmregistry.incidents.record.RecordView;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

/** A demand as it is read. */
@Schema(name = "Demand", description = "A demand as it is read")
public record RecordedDemand(
        UUID id,
        @JsonUnwrapped Demand demand,
        @Schema(description = "From 1, one more with each change") long version,
        @Schema(description = "When the registry recorded it first, UTC") Instant recordedAt,
        @Schema(description = "When the registry recorded its latest version, UTC") Instant updatedAt,
        @Schema(description = ApiText.ANSWERED_AS_OF) Instant asOf) implements RecordView {

    static RecordedDemand from(Kept<Demand, DemandRow> kept) {
        var keeping = kept.row().keeping();
        return new RecordedDemand(kept.row().id(), kept.content(), keeping.version(), keeping.recordedAt(),
                keeping.updatedAt(), kept.asOf());
    }
}
