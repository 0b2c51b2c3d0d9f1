package org.harmregistry.incidents.demand;

import java.time.Instant;
import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.harmregistry.incidents.record.ApiText;
import org.harmregistry.kit.paging.Page;

/** What a page of demands looks like, for the API document. */
@Schema(name = "DemandPage", description = "A page of demands")
record DemandPage(List<RecordedDemand> items, Page.Position page,
        @Schema(description = ApiText.COUNTED) Long count,
        @Schema(description = ApiText.ANSWERED_AS_OF) Instant asOf) {
}
