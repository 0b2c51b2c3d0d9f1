package org.harmregistry.incidents.commitment;

import java.time.Instant;
import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.harmregistry.incidents.record.ApiText;
import org.harmregistry.kit.paging.Page;

/** What a page of commitments looks like, for the API document. */
@Schema(name = "CommitmentPage", description = "A page of commitments")
record CommitmentPage(List<RecordedCommitment> items, Page.Position page,
        @Schema(description = ApiText.COUNTED) Long count,
        @Schema(description = ApiText.ANSWERED_AS_OF) Instant asOf) {
}
