package org.harmregistry.reports.registry;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

/** A period whose ends are days, months or years, as published. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record MonthRange(String from, String to) {
}
