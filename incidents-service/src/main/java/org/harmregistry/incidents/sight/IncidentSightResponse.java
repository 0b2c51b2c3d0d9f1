package org.harmregistry.incidents.sight;

import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "IncidentSight", description = "For whom an incident is there; nothing of what it says.")
record IncidentSightResponse(
        UUID id,
        @Schema(description = "The organisation that keeps it.") String organisation,
        @Schema(description = "Whether everybody may read it.") boolean everybody,
        @Schema(description = "The incident that it was merged into: that one speaks for it. Absent if it speaks for itself.") UUID successor) {
}
