package org.harmregistry.reports.registry;

import java.time.LocalDate;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

/** What was asked of a party. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Demand(UUID id, Long version, String kind, String by, String addressee, LocalDate madeOn, String text,
        SourceReference source, String state) {
}
