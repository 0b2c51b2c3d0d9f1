package org.harmregistry.incidents.victim.api;

import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.harmregistry.kit.paging.Page;

/** What a page of victims looks like, for the API document. */
@Schema(name = "VictimPage", description = "A page of victims, in the order of their ids.")
record VictimPage(List<VictimResponse> items, Page.Position page) {
}
