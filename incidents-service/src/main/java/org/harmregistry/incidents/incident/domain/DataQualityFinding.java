package org.harmregistry.incidents.incident.domain;

/**
 * Something in a record that a reader should know before using it; found by the registry, never a refusal.
 *
 * @param code what was found: {@code totals_low_above_high}, {@code totals_best_outside}, {@code precision_finer_than_days}
 *        (several days, said to be one) or {@code group_above_civilians} (more children, women, men or others than civilians)
 * @param pointer JSON pointer to where
 */
public record DataQualityFinding(String code, String pointer) {
}
