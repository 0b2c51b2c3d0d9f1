package org.harmregistry.incidents.record;

/**
 * A stored record with its content read.
 *
 * @param row the row
 * @param content its content
 */
public record Kept<C, R>(R row, C content) {
}
