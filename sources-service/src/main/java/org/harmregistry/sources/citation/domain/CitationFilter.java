package org.harmregistry.sources.citation.domain;

import java.util.UUID;

/**
 * Which citations are asked for; {@code null} asks nothing.
 *
 * @param source the source cited
 * @param incident the incident that it is cited for
 * @param stance how the source speaks of it
 * @param status whether the citation stands
 */
public record CitationFilter(UUID source, UUID incident, Stance stance, CitationStatus status) {

    /** The citations of one source that stand. */
    public static CitationFilter ofSource(UUID source) {
        return new CitationFilter(source, null, null, CitationStatus.ACTIVE);
    }

    /** The citations for one incident that stand. */
    public static CitationFilter ofIncident(UUID incident) {
        return new CitationFilter(null, incident, null, CitationStatus.ACTIVE);
    }
}
