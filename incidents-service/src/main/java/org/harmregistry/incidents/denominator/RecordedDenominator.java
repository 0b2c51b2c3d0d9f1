package org.harmregistry.incidents.denominator;

import java.time.Instant;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.harmregistry.incidents.record.ApiText;
import org.harmregistry.incidents.record.Kept;
import org.harmregistry.incidents.record.RecordView;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

/** A denominator as it is read. */
@Schema(name = "Denominator", description = "A denominator as it is read")
public record RecordedDenominator(
        UUID id,
        @Schema(description = "Slug of the party") String party,
        @JsonUnwrapped Denominator denominator,
        @Schema(description = "From 1, one more with each change") long version,
        @Schema(description = "When the registry recorded it first, UTC") Instant recordedAt,
        @Schema(description = "When the registry recorded its latest version, UTC") Instant updatedAt,
        @Schema(description = ApiText.ANSWERED_AS_OF) Instant asOf) implements RecordView {

    static RecordedDenominator from(Kept<Denominator, DenominatorRow> kept) {
        var keeping = kept.row().keeping();
        return new RecordedDenominator(kept.row().id(), kept.row().party(), kept.content(), keeping.version(),
                keeping.recordedAt(),
                keeping.updatedAt(), kept.asOf());
    }
}
