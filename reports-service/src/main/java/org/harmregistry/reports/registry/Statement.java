package org.harmregistry.reports.registry;

import java.time.LocalDate;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

/** What a party said. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Statement(UUID id, Long version, String kind, LocalDate on, String channel, String text, String quote,
        SourceReference source, String by, CountRange killed, String words) {
}
