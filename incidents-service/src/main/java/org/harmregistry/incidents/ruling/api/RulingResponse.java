package org.harmregistry.incidents.ruling.api;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.harmregistry.incidents.ruling.domain.Proposal;
import org.harmregistry.incidents.ruling.domain.Ruling;
import org.harmregistry.incidents.ruling.domain.RulingKind;
import org.harmregistry.incidents.ruling.domain.RulingState;
import org.harmregistry.incidents.ruling.domain.SeenRuling;
import org.harmregistry.incidents.ruling.domain.StandardOfProof;

/** A ruling as one reader sees it. */
@Schema(name = "Ruling", description = "A grading or strike status that an analyst gave. It counts once it is confirmed: of the "
        + "confirmed ones, that with the highest number. Everybody sees confirmed ones, without persons and reasons.")
record RulingResponse(
        @Schema(description = "From 1 within the incident.", minimum = "1") int number,
        @Schema(description = "Of a ruling on the grading: confirmed, fair, weak, contested or discounted.") String grading,
        @Schema(description = "Of a ruling on the strike status: declared_strike, likely_strike, contested_strike or single_source_claim.") String status,
        StandardOfProof standardOfProof, RulingState state,
        @Schema(description = "Ids of the sources that it rests on.") List<UUID> sources,
        @Schema(description = "Why, in the words of who proposed it.") String reason,
        @Schema(description = "Who proposed it.") String proposedBy,
        @Schema(description = "When it was proposed, UTC.") Instant proposedAt,
        @Schema(description = "Who confirmed it, never the same person.") String confirmedBy,
        @Schema(description = "When it was confirmed, UTC.") Instant confirmedAt,
        @Schema(description = "What the second analyst added.") String confirmationReason) {

    static RulingResponse of(SeenRuling seen) {
        Ruling ruling = seen.ruling();
        Proposal proposal = ruling.proposal();
        Ruling.Confirmation confirmation = ruling.confirmation();
        boolean whole = seen.whole();
        boolean graded = ruling.kind() == RulingKind.GRADING;
        return new RulingResponse(ruling.number(), graded ? proposal.value() : null, graded ? null : proposal.value(),
                proposal.standardOfProof(), ruling.state(), whole ? proposal.sources() : null,
                whole ? proposal.reason() : null, whole ? ruling.proposedBy() : null, ruling.proposedAt(),
                whole && confirmation != null ? confirmation.by() : null, confirmation == null ? null : confirmation.at(),
                whole && confirmation != null ? confirmation.reason() : null);
    }
}
