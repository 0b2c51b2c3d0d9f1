package org.harmregistry.reports.registry;

import java.util.UUID;

/**
 * Where an incident is read.
 *
 * @param id the incident
 * @param merged true if it is another one than was asked for, which speaks for it since they were merged
 */
public record IncidentAddress(UUID id, boolean merged) {
}
