package org.harmregistry.incidents.lineage.api;

import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.harmregistry.incidents.incident.domain.Incident;
import org.harmregistry.incidents.incident.domain.IncidentStatus;
import org.harmregistry.incidents.incident.domain.Publication;

/** A record as it stands after a merge or a split. */
@Schema(name = "LineageEntry")
public record LineageEntry(UUID id, String code, IncidentStatus status, Publication publication, long version) {

    static LineageEntry of(Incident incident) {
        return new LineageEntry(incident.id(), incident.code(), incident.status(), incident.publication(), incident.version());
    }
}
