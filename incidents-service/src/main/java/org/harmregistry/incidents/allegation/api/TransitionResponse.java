package org.harmregistry.incidents.allegation.api;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.harmregistry.incidents.allegation.domain.AllegationState;
import org.harmregistry.incidents.allegation.domain.AllegationView;
import org.harmregistry.incidents.allegation.domain.AssessmentMethod;
import org.harmregistry.incidents.allegation.domain.AssessmentStandard;
import org.harmregistry.incidents.allegation.domain.Conceded;
import org.harmregistry.incidents.allegation.domain.PartyPlace;
import org.harmregistry.incidents.allegation.domain.ReasonCode;
import org.harmregistry.incidents.allegation.domain.RecordedTransition;
import org.harmregistry.incidents.allegation.domain.TransitionContent;
import org.harmregistry.incidents.record.SourceReference;

/** A recorded transition as one reader sees it. */
@Schema(name = "Transition", description = "A dated step of an allegation, as recorded")
public record TransitionResponse(
        @Schema(description = "Counts the entries of this allegation, from 1") int number,
        @Schema(description = "The number under which this transition was recorded first, if the entry corrects it or takes it back") Integer corrects,
        @Schema(description = "The state that the allegation came into; absent if the entry takes a transition back") AllegationState to,
        @Schema(description = "The day on which it did, by the world's clock") LocalDate on,
        @Schema(description = "The day from which the world could know it; the same day if absent") LocalDate publishedOn,
        SourceReference source, @Schema(description = "Why") List<ReasonCode> reasonCodes,
        @Schema(description = "What the party's assessor used") List<AssessmentMethod> methods,
        @Schema(description = "How sure the party says that it had to be") AssessmentStandard standardOfProof,
        @Schema(description = "The harm conceded") Conceded conceded,
        @Schema(description = "Where the party now says that it was; everybody sees the point as the centre of a fixed cell of 0.01 degrees") PartyPlace partyPlace,
        @Schema(description = "The allegation that this one repeats") UUID duplicateOf,
        @Schema(description = "The registry's own note; for analysts only") String note,
        @Schema(description = "Why an earlier entry was corrected or taken back; for analysts only") String reason,
        @Schema(description = "When the registry recorded it, UTC") Instant recordedAt,
        @Schema(description = "Who recorded it; for analysts only") String recordedBy) {

    static TransitionResponse of(RecordedTransition entry, AllegationView view) {
        boolean full = view == AllegationView.FULL;
        Integer corrects = entry.number() == entry.root() ? null : Integer.valueOf(entry.root());
        String reason = full ? entry.reason() : null;
        String by = full ? entry.recordedBy() : null;
        if (entry.transition() == null) {
            return new TransitionResponse(entry.number(), corrects, null, null, null, null, null, null, null, null, null, null,
                    null, reason, entry.recordedAt(), by);
        }
        TransitionContent shown = view.show(entry.transition());
        return new TransitionResponse(entry.number(), corrects, shown.to(), shown.on(), shown.publishedOn(), shown.source(),
                shown.reasonCodes(), shown.methods(), shown.standardOfProof(), shown.conceded(), shown.partyPlace(),
                shown.duplicateOf(), shown.note(), reason, entry.recordedAt(), by);
    }
}
