package org.harmregistry.reports.registry;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

/** What a report needs of an incident. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Incident(String id, long version, String dataset, String licence, String attribution) {
}
