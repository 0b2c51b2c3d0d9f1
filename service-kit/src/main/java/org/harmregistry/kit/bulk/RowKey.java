package org.harmregistry.kit.bulk;

/**
 * What the importer calls a row: the system that made the identifier, and the identifier in it.
 */
public record RowKey(String system, String id) {
}
