package org.harmregistry.incidents.duplicate.domain;

import java.util.List;
import java.util.UUID;

import org.harmregistry.incidents.incident.domain.IncidentContent;

/**
 * An incident as one reader may see it, to be compared with another one that the same reader may see.
 *
 * @param id the record
 * @param code its code
 * @param content what the reader may see of it: with the exact point, or with that of the public cell
 * @param byCell whether its point is that of a cell
 * @param victims those of its victims whose names the reader may see
 */
public record ComparedIncident(UUID id, String code, IncidentContent content, boolean byCell, List<NamedVictim> victims) {

    public ComparedIncident {
        victims = List.copyOf(victims);
    }
}
