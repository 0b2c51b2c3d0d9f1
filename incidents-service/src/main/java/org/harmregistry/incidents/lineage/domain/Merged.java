package org.harmregistry.incidents.lineage.domain;

import java.util.List;
import java.util.UUID;

import org.harmregistry.incidents.incident.domain.Incident;

/**
 * What a merge made.
 *
 * @param incident the merged record
 * @param successor the record that speaks for it now
 * @param redirected records that had been merged into the first, and now lead to the successor
 */
public record Merged(Incident incident, Incident successor, List<UUID> redirected) {

    public Merged {
        redirected = List.copyOf(redirected);
    }
}
