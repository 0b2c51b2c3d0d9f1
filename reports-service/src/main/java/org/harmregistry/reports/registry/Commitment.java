package org.harmregistry.reports.registry;

import java.time.LocalDate;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

/** A dated promise, and what became of it. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Commitment(UUID id, Long version, String party, LocalDate madeOn, String text, LocalDate dueOn,
        SourceReference source, String state, StateBasis stateBasis) {

    /** Why the promise is in its state. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record StateBasis(String rule, Evidence evidence) {
    }

    /** The record that decided. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Evidence(UUID tally, LocalDate publishedOn) {
    }

    /** The tally that decided, or {@code null}. */
    public UUID decidingTally() {
        return stateBasis == null || stateBasis.evidence() == null ? null : stateBasis.evidence().tally();
    }
}
