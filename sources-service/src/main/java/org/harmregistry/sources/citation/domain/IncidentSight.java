package org.harmregistry.sources.citation.domain;

import org.harmregistry.kit.identity.Caller;
import org.harmregistry.sources.incident.domain.IncidentFinding;
import org.harmregistry.sources.source.domain.SourceAccess;

/**
 * Who sees the incident that a citation names, as far as its citer may know: for who cannot see it, an incident that is hidden
 * and one that does not exist are the same.
 */
public enum IncidentSight {
    EVERYBODY,
    /** The citation's organisation and the registry's staff. */
    ORGANISATION,
    /** The registry's staff. */
    REGISTRY,
    /** Nobody that the citer may know of. */
    NOBODY;

    /**
     * @param organisation the citation's
     * @param byRegistry whether the registry's staff cites, who may know of all incidents
     */
    static IncidentSight of(IncidentFinding finding, String organisation, boolean byRegistry) {
        if (!finding.there()) {
            return NOBODY;
        }
        if (finding.isPublic()) {
            return EVERYBODY;
        }
        if (organisation.equals(finding.organisation())) {
            return ORGANISATION;
        }
        return byRegistry ? REGISTRY : NOBODY;
    }

    /** True if the incident is there for a reader of a citation of this organisation. */
    boolean includes(Caller reader, String organisation) {
        return switch (SourceAccess.view(reader, organisation)) {
            case "full" -> this != NOBODY;
            case "own" -> this == EVERYBODY || this == ORGANISATION;
            default -> this == EVERYBODY;
        };
    }
}
