package org.harmregistry.incidents.incident.domain;

import java.util.UUID;

/**
 * A place in the order of a list.
 *
 * @param key the value that the list is ordered by, as text
 * @param id the record
 */
public record IncidentPosition(String key, UUID id) {
}
