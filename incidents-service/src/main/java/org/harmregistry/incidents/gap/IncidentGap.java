package org.harmregistry.incidents.gap;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.harmregistry.incidents.record.ApiText;
import org.harmregistry.kit.paging.Page;

/** The answer about the gap, incident by incident. */
@Schema(name = "GapByIncident", description = "What the registry documents of each incident against what the party concedes of it. With by=incident")
public record IncidentGap(
        @Schema(description = "Slug of the party") String party,
        @Schema(description = "What was asked") Gap.Filter filter,
        @Schema(description = "Only what the party had said by this day counts; what is documented is as recorded, whatever the day") LocalDate knownBy,
        @Schema(description = ApiText.ANSWERED_AS_OF) Instant asOf,
        @Schema(description = "The rule, with its version") String rule,
        List<IncidentGapRow> rows, Page.Position page) {

    static final String RULE = "gap-incident-1";
}
