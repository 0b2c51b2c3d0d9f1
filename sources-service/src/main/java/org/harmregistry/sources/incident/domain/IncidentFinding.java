package org.harmregistry.sources.incident.domain;

import java.util.UUID;

/**
 * What somebody who asked was told of an incident. One that is not there for them is no other than one that does not exist.
 *
 * @param there whether it is there for who asked
 * @param isPublic whether everybody may read it
 * @param organisation the organisation that keeps it; {@code null} if it is not there
 * @param successor the incident that speaks for it since they were merged; {@code null} if it speaks for itself
 */
public record IncidentFinding(boolean there, boolean isPublic, String organisation, UUID successor) {

    public static final IncidentFinding NOT_THERE = new IncidentFinding(false, false, null, null);

    /** The same, as what an incident merged into this one comes to. */
    public IncidentFinding succeeding(UUID id) {
        return there ? new IncidentFinding(true, isPublic, organisation, id) : NOT_THERE;
    }
}
