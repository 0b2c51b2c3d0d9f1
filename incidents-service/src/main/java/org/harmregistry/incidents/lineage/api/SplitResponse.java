package org.harmregistry.incidents.lineage.api;

import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.harmregistry.incidents.incident.domain.Incident;

/** What a split made: the record itself first, then its new parts in their order. */
@Schema(name = "SplitIncident")
public record SplitResponse(List<LineageEntry> items) {

    static SplitResponse of(List<Incident> parts) {
        return new SplitResponse(parts.stream().map(LineageEntry::of).toList());
    }
}
