package org.harmregistry.reports.log.domain;

/**
 * Neighbouring hashes of one level of tiles.
 *
 * @param level from 0 for the hashes of leaves
 * @param from the first
 * @param to behind the last
 */
public record NodeRange(int level, long from, long to) {
}
