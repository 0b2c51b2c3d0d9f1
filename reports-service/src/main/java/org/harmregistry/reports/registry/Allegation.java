package org.harmregistry.reports.registry;

import java.time.LocalDate;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

/** What was claimed to a party, and how it stands with the party. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Allegation(UUID id, Long version, String party, String channel, LocalDate receivedOn, String reference,
        String claim, SourceReference source, String state, LocalDate stateOn, Conceded conceded) {

    /** The harm that a party concedes. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Conceded(Count killed, Count injured) {
    }

    /** A range, or the party's words. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Count(Long min, Long max, String words) {
    }
}
