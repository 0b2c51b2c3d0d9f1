package org.harmregistry.reports.registry;

import java.time.LocalDate;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

/** How much a party used or did, as published. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Denominator(UUID id, Long version, String kind, String type, CountRange count, String words, MonthRange period,
        String area,
        LocalDate publishedOn, SourceReference source, String by) {
}
