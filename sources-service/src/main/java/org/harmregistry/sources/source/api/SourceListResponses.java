package org.harmregistry.sources.source.api;

import java.time.Instant;
import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.harmregistry.kit.paging.Page;
import org.harmregistry.sources.source.domain.Duplicate;

/** The lists that are answered, by name, for the API document. */
final class SourceListResponses {

    private SourceListResponses() {
    }

    @Schema(name = "SourceList", description = "A page of sources, in the order asked for.")
    record Sources(List<SourceResponse> items, Page.Position page,
            @Schema(description = "How many there are on all pages; only with count=exact.") Long count,
            @Schema(description = "The instant as of which the registry was asked; only with asOf.") Instant asOf) {
    }

    @Schema(name = "DuplicateList", description = "Other sources that may be the same publication, at most 50.")
    record Duplicates(List<Duplicate> items, Page.Position page) {

        static Duplicates of(List<Duplicate> items) {
            return new Duplicates(items, new Page.Position(items.size(), null));
        }
    }
}
