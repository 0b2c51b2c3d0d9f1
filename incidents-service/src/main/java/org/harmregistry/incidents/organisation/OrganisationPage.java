package org.harmregistry.incidents.organisation;

import java.time.Instant;
import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.harmregistry.incidents.record.ApiText;
import org.harmregistry.kit.paging.Page;

/** What a page of organisations looks like, for the API document. */
@Schema(name = "OrganisationPage", description = "A page of organisations")
record OrganisationPage(List<RecordedOrganisation> items, Page.Position page,
        @Schema(description = ApiText.COUNTED) Long count,
        @Schema(description = ApiText.ANSWERED_AS_OF) Instant asOf) {
}
