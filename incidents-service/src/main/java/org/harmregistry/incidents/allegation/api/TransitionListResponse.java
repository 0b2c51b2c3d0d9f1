package org.harmregistry.incidents.allegation.api;

import java.time.Instant;
import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.harmregistry.incidents.allegation.domain.AllegationView;
import org.harmregistry.incidents.allegation.domain.RecordedTransition;
import org.harmregistry.incidents.allegation.domain.TransitionRecord;

/** The transitions of an allegation. */
@Schema(name = "TransitionList")
public record TransitionListResponse(
        @Schema(description = "Those that stand, in their dated order; those of one day in the order in which they were first recorded") List<TransitionResponse> items,
        @Schema(description = "Entries that were corrected or taken back, in the order of recording") List<TransitionResponse> superseded,
        @Schema(description = "The instant as of which it is answered; absent for today") Instant asOf) {

    static TransitionListResponse of(TransitionRecord record, AllegationView view, Instant asOf) {
        return new TransitionListResponse(shown(record.path().steps(), view), shown(record.superseded(), view), asOf);
    }

    private static List<TransitionResponse> shown(List<RecordedTransition> entries, AllegationView view) {
        return entries.stream().map(entry -> TransitionResponse.of(entry, view)).toList();
    }
}
