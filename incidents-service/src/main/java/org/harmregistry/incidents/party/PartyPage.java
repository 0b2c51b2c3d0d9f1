package org.harmregistry.incidents.party;

import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.harmregistry.kit.paging.Page;

/** What a page of parties looks like, for the API document. */
@Schema(name = "PartyPage", description = "A page of parties")
record PartyPage(List<RecordedParty> items, Page.Position page) {
}
