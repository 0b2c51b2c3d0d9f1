package org.harmregistry.incidents.incident.domain;

import java.util.List;

import org.harmregistry.kit.paging.Page;

/**
 * A page of incidents and what was understood of the question.
 *
 * @param page the incidents
 * @param count how many there are on all pages; {@code null} unless asked for
 * @param placeNames records' own names of places that were found to be the one asked for
 */
public record IncidentList(Page<ShownIncident> page, Long count, List<String> placeNames) {
}
