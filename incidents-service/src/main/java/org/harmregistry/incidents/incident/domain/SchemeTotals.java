package org.harmregistry.incidents.incident.domain;

/**
 * Sums of a data set's own estimates of all deaths.
 *
 * @param scheme whose estimates
 * @param low sum of low estimates
 * @param best sum of best estimates
 * @param high sum of high estimates
 * @param incidents number of incidents that carry them
 */
public record SchemeTotals(String scheme, long low, long best, long high, long incidents) {
}
