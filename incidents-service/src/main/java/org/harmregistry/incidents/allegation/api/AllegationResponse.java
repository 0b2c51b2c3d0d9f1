package org.harmregistry.incidents.allegation.api;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.harmregistry.incidents.allegation.domain.Allegation;
import org.harmregistry.incidents.allegation.domain.AllegationChannel;
import org.harmregistry.incidents.allegation.domain.AllegationContent;
import org.harmregistry.incidents.allegation.domain.AllegationState;
import org.harmregistry.incidents.allegation.domain.AllegationView;
import org.harmregistry.incidents.allegation.domain.Conceded;
import org.harmregistry.incidents.allegation.domain.PartyPlace;
import org.harmregistry.incidents.allegation.domain.Standing;
import org.harmregistry.incidents.incident.domain.Publication;
import org.harmregistry.incidents.record.ExternalId;
import org.harmregistry.incidents.record.Period;
import org.harmregistry.incidents.record.SourceReference;

/** An allegation as one reader sees it. */
@Schema(name = "Allegation", description = "A claim to a party that it caused harm, and how it stands with the party. What is absent is "
        + "unknown, or not for this reader.")
public record AllegationResponse(UUID id,
        @Schema(description = "Slug of the party that it was made to") String party,
        @Schema(description = "The incident that it is about; absent while it is not known which. The party sees it only while everybody may") UUID incident,
        AllegationChannel channel,
        @Schema(description = "Through whom it reached the party; of a person who went to the party alone only for analysts") String channelDetail,
        @Schema(description = "The day on which the party received it") LocalDate receivedOn,
        @Schema(description = "The party's own reference") String reference,
        @Schema(description = "What is claimed") String claim,
        @Schema(description = "Where the party says that it was; everybody sees the point as the centre of a fixed cell of 0.01 degrees") PartyPlace place,
        @Schema(description = "When the party says that it was") Period occurred, SourceReference source,
        List<ExternalId> externalIds, @Schema(description = "The registry's own notes; for analysts only") String notes,
        @Schema(description = "The last state by date; withdrawn if no transition stands") AllegationState state,
        @Schema(description = "The day of the last transition") LocalDate stateOn,
        @Schema(description = "The state, if the party has closed the allegation with it") AllegationState outcome,
        @Schema(description = "The harm conceded, while it is credible: numbers, or words where the party gave none") Conceded conceded,
        @Schema(description = "The allegation to the same party that it repeats, while it is a duplicate") UUID duplicateOf,
        @Schema(description = "The day on which it was received or last reopened, while it is open") LocalDate openSince,
        @Schema(description = "public: everybody may read it who may read its incident") Publication publication,
        @Schema(description = "For which organisation it was recorded; for analysts only") String organisation,
        @Schema(description = "Counts the changes that this reader could see.") long version,
        @Schema(description = "When the registry recorded it first, UTC") Instant recordedAt,
        @Schema(description = "When it was last changed as far as this reader can see, UTC") Instant updatedAt,
        @Schema(description = "The instant as of which it is shown; absent for today") Instant asOf) {

    static AllegationResponse of(Allegation allegation, AllegationView view, Instant asOf) {
        AllegationContent content = view.show(allegation);
        Standing standing = allegation.standing();
        Allegation.Counted counted = view.counted(allegation);
        return new AllegationResponse(allegation.id(), content.party(), content.incident(), content.channel(),
                content.channelDetail(), content.receivedOn(), content.reference(), content.claim(), content.place(),
                content.occurred(), content.source(), content.externalIds(), content.notes(), standing.state(),
                standing.stateOn(), standing.outcome(), standing.conceded(), standing.duplicateOf(), standing.openSince(),
                allegation.publication(), view == AllegationView.FULL ? allegation.organisation() : null, counted.version(),
                allegation.recordedAt(), counted.updatedAt(), asOf);
    }
}
