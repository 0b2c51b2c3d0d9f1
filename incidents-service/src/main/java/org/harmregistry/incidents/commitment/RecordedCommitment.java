package org.harmregistry.incidents.commitment;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.harmregistry.incidents.record.ApiText;
import org.harmregistry.incidents.record.Kept;
import org.harmregistry.incidents.record.RecordView;
import org.harmregistry.incidents.record.Terms;
import org.harmregistry.incidents.tally.PublishedTally;
import org.harmregistry.kit.http.EntityTags;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

/** A commitment as it is read, with the state that is derived each time and never stored. */
@Schema(name = "Commitment", description = "A commitment as it is read")
public record RecordedCommitment(
        UUID id,
        @JsonUnwrapped Commitment commitment,
        @Schema(description = CommitmentRule.TEXT) CommitmentState state,
        StateBasis stateBasis,
        @Schema(description = "From 1, one more with each change of what is written; state is none") long version,
        @Schema(description = "When the registry recorded it first, UTC") Instant recordedAt,
        @Schema(description = "When the registry recorded its latest version, UTC") Instant updatedAt,
        @Schema(description = ApiText.ANSWERED_AS_OF) Instant asOf) implements RecordView {

    static RecordedCommitment from(Kept<Commitment, CommitmentRow> kept, PublishedTally shown, LocalDate day) {
        var keeping = kept.row().keeping();
        StateBasis.Evidence evidence = shown == null ? null
                : new StateBasis.Evidence(shown.id(), shown.tally().publishedOn());
        return new RecordedCommitment(kept.row().id(), kept.content(), CommitmentRule.state(kept.content(), shown, day),
                new StateBasis(CommitmentRule.NAME, evidence), keeping.version(), keeping.recordedAt(), keeping.updatedAt(),
                kept.asOf());
    }

    /** The state changes without a new version, so the tag tells it too. */
    @Override
    public String tag() {
        String known = state == null ? "untold" : Terms.of(state);
        String shown = stateBasis.evidence() == null ? ""
                : "." + stateBasis.evidence().tally() + "." + stateBasis.evidence().publishedOn();
        return EntityTags.of(version, viewName() + "." + known + shown);
    }
}
