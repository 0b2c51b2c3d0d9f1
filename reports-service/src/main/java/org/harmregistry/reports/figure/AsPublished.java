package org.harmregistry.reports.figure;

/**
 * Totals as a data set published them, verbatim: low may lie above high where the data set has it so.
 *
 * @param scheme whose scheme of counting
 * @param low the data set's low estimate
 * @param best its best estimate
 * @param high its high estimate
 */
public record AsPublished(String scheme, Long low, Long best, Long high) {
}
