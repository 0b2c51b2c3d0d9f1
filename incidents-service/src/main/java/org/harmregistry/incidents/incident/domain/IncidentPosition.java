package org.harmregistry.incidents.incident.domain;

import java.time.LocalDate;
import java.util.UUID;

/**
 * A place in the order of lists: by start day, then by id.
 */
public record IncidentPosition(LocalDate occurredFrom, UUID id) {

    static IncidentPosition of(Incident incident) {
        return new IncidentPosition(incident.occurredFrom(), incident.id());
    }
}
