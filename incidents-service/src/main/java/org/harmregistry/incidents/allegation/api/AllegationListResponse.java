package org.harmregistry.incidents.allegation.api;

import java.time.Instant;
import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.harmregistry.kit.paging.Page;

/** A page of allegations. */
@Schema(name = "AllegationList")
public record AllegationListResponse(List<AllegationResponse> items, Page.Position page,
        @Schema(description = "How many there are on all pages; only with count=exact.") Long count,
        @Schema(description = "The instant as of which it is answered; absent for today") Instant asOf) {
}
