package org.harmregistry.incidents.demand;

import java.time.LocalDate;
import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.harmregistry.incidents.record.ExternalId;
import org.harmregistry.incidents.record.Fields;
import org.harmregistry.incidents.record.KnownDay;
import org.harmregistry.incidents.record.RecordContent;
import org.harmregistry.incidents.record.SourceReference;

/** A demand as it is written. */
@Schema(name = "DemandContent", description = "What somebody demands of a party")
public record Demand(
        @Schema(required = true) DemandKind kind,
        @Schema(description = "Who demands it: an office or organisation", maxLength = 300) String by,
        @Schema(description = "Slug of the party that it is demanded of", required = true) String addressee,
        @Schema(description = "The day on which it was made; known in the world from then on") LocalDate madeOn,
        @Schema(description = "What is demanded, in the registry's own words", maxLength = 10000, required = true) String text,
        @Schema(description = "How it stands today; open unless given") DemandState state,
        SourceReference source,
        List<ExternalId> externalIds) implements RecordContent {

    public Demand {
        Fields.required(kind, "/kind");
        Fields.required(addressee, "/addressee");
        Fields.required(text, "/text");
        Fields.day(madeOn, "/madeOn");
        state = state == null ? DemandState.OPEN : state;
        externalIds = Fields.list(externalIds, "/externalIds");
    }

    @Override
    public void check() {
        Fields.atMost(Fields.MAX_LINE, by, "/by");
        Fields.atMost(Fields.MAX_TEXT, text, "/text");
        ExternalId.check(externalIds);
        SourceReference.check(source);
    }

    LocalDate knownOn() {
        return KnownDay.of(madeOn, null);
    }
}
