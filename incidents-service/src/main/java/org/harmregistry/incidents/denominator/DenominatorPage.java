package org.harmregistry.incidents.denominator;

import java.time.Instant;
import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.harmregistry.incidents.record.ApiText;
import org.harmregistry.kit.paging.Page;

/** What a page of denominators looks like, for the API document. */
@Schema(name = "DenominatorPage", description = "A page of denominators")
record DenominatorPage(List<RecordedDenominator> items, Page.Position page,
        @Schema(description = ApiText.COUNTED) Long count,
        @Schema(description = ApiText.ANSWERED_AS_OF) Instant asOf) {
}
