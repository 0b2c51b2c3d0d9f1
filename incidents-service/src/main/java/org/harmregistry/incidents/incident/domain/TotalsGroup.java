package org.harmregistry.incidents.incident.domain;

/**
 * The totals of one group of incidents.
 *
 * @param key the month, year, area or party; {@code null} where it is unknown, or where there is only one group
 * @param totals what the group adds up to
 */
public record TotalsGroup(String key, Totals totals) {
}
