package org.harmregistry.incidents.incident.domain;

/**
 * Something in a record that a reader should know before using it; found by the registry, never a refusal.
 *
 * @param code what was found, such as {@code totals_low_above_high}
 * @param pointer JSON pointer to where
 */
public record DataQualityFinding(String code, String pointer) {
}
