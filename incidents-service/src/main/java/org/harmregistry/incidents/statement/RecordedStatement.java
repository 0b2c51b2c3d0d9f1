package org.harmregistry.incidents.statement;

import java.time.Instant;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.harmregistry.incidents.record.ApiText;
import org.harmregistry.incidents.record.Kept;
import org.harmregistry.incidents.record.RecordView;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

/** A statement as it is read. */
@Schema(name = "Statement", description = "A statement as it is read")
public record RecordedStatement(
        UUID id,
        @Schema(description = "Slug of the party") String party,
        @JsonUnwrapped Statement statement,
        @Schema(description = "From 1, one more with each change") long version,
        @Schema(description = "When the registry recorded it first, UTC") Instant recordedAt,
        @Schema(description = "When the registry recorded its latest version, UTC") Instant updatedAt,
        @Schema(description = ApiText.ANSWERED_AS_OF) Instant asOf) implements RecordView {

    static RecordedStatement from(Kept<Statement, StatementRow> kept) {
        var keeping = kept.row().keeping();
        return new RecordedStatement(kept.row().id(), kept.row().party(), kept.content(), keeping.version(),
                keeping.recordedAt(),
                keeping.updatedAt(), kept.asOf());
    }
}
