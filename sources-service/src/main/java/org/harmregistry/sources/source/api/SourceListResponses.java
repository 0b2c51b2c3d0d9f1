package org.harmregistry.sources.source.api;

import java.time.Instant;
import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.harmregistry.kit.paging.Page;

/** The lists that are answered, by name, for the API document. */
final class SourceListResponses {

    private SourceListResponses() {
    }

    @Schema(name = "SourceList", description = "A page of sources, in the order asked for.")
    record Sources(List<SourceResponse> items, Page.Position page,
            @Schema(description = "How many there are on all pages; only with count=exact.") Long count,
            @Schema(description = "The instant as of which the registry was asked; only with asOf.") Instant asOf) {
    }
}
