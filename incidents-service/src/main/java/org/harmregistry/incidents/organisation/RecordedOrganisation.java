package org.harmregistry.incidents.organisation;

import java.time.Instant;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.harmregistry.incidents.record.Kept;
import org.harmregistry.incidents.record.RecordView;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

/** An organisation as it is read. */
@Schema(name = "Organisation", description = "An organisation as it is read")
public record RecordedOrganisation(
        @Schema(description = "Id in revisions and the change feed") UUID id,
        @JsonUnwrapped Organisation organisation,
        @Schema(description = "From 1, one more with each change") long version,
        @Schema(description = "When the registry recorded it first, UTC") Instant recordedAt,
        @Schema(description = "When the registry recorded its latest version, UTC") Instant updatedAt) implements RecordView {

    static RecordedOrganisation from(Kept<Organisation, OrganisationRow> kept) {
        var keeping = kept.row().keeping();
        return new RecordedOrganisation(kept.row().id(), kept.content().under(kept.row().party()), keeping.version(),
                keeping.recordedAt(), keeping.updatedAt());
    }
}
