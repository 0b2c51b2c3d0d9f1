package org.harmregistry.incidents.party;

import java.time.Instant;
import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.harmregistry.incidents.record.ApiText;
import org.harmregistry.kit.paging.Page;

/** What a page of parties looks like, for the API document. */
@Schema(name = "PartyPage", description = "A page of parties")
record PartyPage(List<RecordedParty> items, Page.Position page,
        @Schema(description = ApiText.COUNTED) Long count,
        @Schema(description = ApiText.ANSWERED_AS_OF) Instant asOf) {
}
