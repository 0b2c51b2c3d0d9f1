package org.harmregistry.incidents.organisation;

import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.harmregistry.kit.paging.Page;

/** What a page of organisations looks like, for the API document. */
@Schema(name = "OrganisationPage", description = "A page of organisations")
record OrganisationPage(List<RecordedOrganisation> items, Page.Position page) {
}
