package org.harmregistry.reports.registry;

import java.time.Instant;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

/**
 * Where a source speaks of an incident.
 *
 * @param stance whether it supports, contradicts or mentions it
 * @param recordedAt when the registry recorded it, UTC
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Citation(UUID id, UUID source, String stance, String passage, Claims claims, Instant recordedAt) {

    /** What the source claims of the incident. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Claims(People killed, People injured) {
    }

    /** People as the source counts them: of whatever status, civilians, or words in place of a number. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record People(CountRange people, CountRange civilians, String words) {
    }
}
