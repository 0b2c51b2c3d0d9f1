package org.harmregistry.reports.registry;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

/** The id of a record in another system. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record ExternalId(String system, String id) {
}
