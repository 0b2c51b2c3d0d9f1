package org.harmregistry.incidents.commitment;

import java.time.LocalDate;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a commitment's state rests on. */
@Schema(name = "CommitmentStateBasis", description = "What the state rests on")
public record StateBasis(
        @Schema(description = "The rule, with its version", examples = CommitmentRule.NAME) String rule,
        @Schema(description = "What came of that which was promised; absent if nothing came") Evidence evidence) {

    /**
     * The publication that shows the promise kept.
     *
     * @param tally id of the party's tally
     * @param publishedOn when that was published
     */
    @Schema(name = "CommitmentEvidence", description = "The publication that shows what was promised")
    public record Evidence(
            @Schema(description = "Id of the party's tally") UUID tally,
            @Schema(description = "When it was published") LocalDate publishedOn) {
    }
}
