package org.harmregistry.incidents.commitment;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.harmregistry.incidents.record.ExternalId;
import org.harmregistry.incidents.record.Fields;
import org.harmregistry.incidents.record.KnownDay;
import org.harmregistry.incidents.record.RecordContent;
import org.harmregistry.incidents.record.SourceReference;

/** A commitment as it is written. */
@Schema(name = "CommitmentContent", description = "What a party promised")
public record Commitment(
        @Schema(description = "Slug of the party that promised", required = true) String party,
        @Schema(description = "The day of the promise; known in the world from then on") LocalDate madeOn,
        @Schema(description = "Id of the statement that holds the promise") UUID statement,
        @Schema(description = "What was promised, in the registry's own words", maxLength = 10000, required = true) String text,
        @Schema(description = "The day by which it was promised, included; absent if no day was named") LocalDate dueOn,
        Expected expected,
        @Schema(description = "The day on which the party took it back") LocalDate withdrawnOn,
        SourceReference source,
        List<ExternalId> externalIds) implements RecordContent {

    public Commitment {
        Fields.required(party, "/party");
        Fields.required(text, "/text");
        Fields.day(madeOn, "/madeOn");
        Fields.day(dueOn, "/dueOn");
        Fields.day(withdrawnOn, "/withdrawnOn");
        externalIds = Fields.list(externalIds, "/externalIds");
    }

    @Override
    public void check() {
        Fields.atMost(Fields.MAX_TEXT, text, "/text");
        Fields.ordered(madeOn, dueOn, "/dueOn");
        Fields.ordered(madeOn, withdrawnOn, "/withdrawnOn");
        ExternalId.check(externalIds);
        SourceReference.check(source);
    }

    LocalDate knownOn() {
        return KnownDay.of(madeOn, null);
    }
}
