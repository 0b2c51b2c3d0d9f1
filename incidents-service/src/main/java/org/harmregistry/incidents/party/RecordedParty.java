package org.harmregistry.incidents.party;

import java.time.Instant;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.harmregistry.incidents.record.ApiText;
import org.harmregistry.incidents.record.Kept;
import org.harmregistry.incidents.record.RecordView;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

/** A party as it is read. */
@Schema(name = "Party", description = "A party as it is read")
public record RecordedParty(
        @Schema(description = "Id in revisions and the change feed") UUID id,
        @JsonUnwrapped Party party,
        @Schema(description = "From 1, one more with each change") long version,
        @Schema(description = "When the registry recorded it first, UTC") Instant recordedAt,
        @Schema(description = "When the registry recorded its latest version, UTC") Instant updatedAt,
        @Schema(description = ApiText.ANSWERED_AS_OF) Instant asOf) implements RecordView {

    static RecordedParty from(Kept<Party, PartyRow> kept) {
        var keeping = kept.row().keeping();
        return new RecordedParty(kept.row().id(), kept.content().under(kept.row().party()), keeping.version(),
                keeping.recordedAt(), keeping.updatedAt(), kept.asOf());
    }
}
