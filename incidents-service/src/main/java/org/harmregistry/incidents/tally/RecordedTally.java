package org.harmregistry.incidents.tally;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.harmregistry.incidents.record.ApiText;
import org.harmregistry.incidents.record.Kept;
import org.harmregistry.incidents.record.RecordView;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

/** A tally as it is read. */
@Schema(name = "Tally", description = "A tally as it is read")
public record RecordedTally(
        UUID id,
        @Schema(description = "Slug of the party that the tally is about") String party,
        @JsonUnwrapped Tally tally,
        List<Identity> identities,
        @Schema(description = "From 1, one more with each change") long version,
        @Schema(description = "When the registry recorded it first, UTC") Instant recordedAt,
        @Schema(description = "When the registry recorded its latest version, UTC") Instant updatedAt,
        @Schema(description = ApiText.ANSWERED_AS_OF) Instant asOf) implements RecordView {

    static RecordedTally from(Kept<Tally, TallyRow> kept) {
        var keeping = kept.row().keeping();
        return new RecordedTally(kept.row().id(), kept.row().party(), kept.content(), Identity.of(kept.content()),
                keeping.version(), keeping.recordedAt(), keeping.updatedAt(), kept.asOf());
    }
}
