package org.harmregistry.kit.bulk;

/**
 * A row that could be read.
 *
 * @param line its line in the body, counted from 1
 * @param value what it says
 */
public record BulkRow<T>(long line, T value) {
}
