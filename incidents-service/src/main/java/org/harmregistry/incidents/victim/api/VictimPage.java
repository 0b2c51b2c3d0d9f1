package org.harmregistry.incidents.victim.api;

import java.time.Instant;
import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.harmregistry.kit.paging.Page;

/** A page of victims. */
@Schema(name = "VictimPage", description = "A page of victims, in the order of their ids.")
record VictimPage(List<VictimResponse> items, Page.Position page,
        @Schema(description = "The instant as of which the registry was asked; only with asOf.") Instant asOf) {
}
