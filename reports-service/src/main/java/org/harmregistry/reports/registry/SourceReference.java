package org.harmregistry.reports.registry;

import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

/** Where a party's record is taken from. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record SourceReference(UUID sourceId, String url, String kind) {
}
