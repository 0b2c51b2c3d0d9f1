package org.harmregistry.incidents.lineage.api;

import java.util.List;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.harmregistry.incidents.lineage.domain.Merged;

/** What a merge made. */
@Schema(name = "MergedIncident")
public record MergeResponse(@Schema(description = "The merged record.") LineageEntry merged,
        @Schema(description = "The record that speaks for it.") LineageEntry mergedInto,
        @Schema(description = "Records that had been merged into it before, and now lead to the same successor.") List<UUID> redirected) {

    static MergeResponse of(Merged merged) {
        return new MergeResponse(LineageEntry.of(merged.incident()), LineageEntry.of(merged.successor()), merged.redirected());
    }
}
