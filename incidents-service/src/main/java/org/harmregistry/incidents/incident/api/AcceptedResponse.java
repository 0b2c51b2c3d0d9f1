package org.harmregistry.incidents.incident.api;

import java.util.List;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.harmregistry.incidents.incident.domain.Incident;

/** Records that were accepted together. */
@Schema(name = "AcceptedIncidents")
public record AcceptedResponse(List<Accepted> items) {

    /** One of them, in its version now. */
    @Schema(name = "AcceptedIncident")
    public record Accepted(UUID id, String code, long version) {
    }

    static AcceptedResponse of(List<Incident> incidents) {
        return new AcceptedResponse(incidents.stream()
                .map(incident -> new Accepted(incident.id(), incident.code(), incident.version())).toList());
    }
}
