package org.harmregistry.reports.registry;

import java.time.Instant;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

/**
 * A grading that an analyst gave an incident and another one confirmed, as everybody may read it.
 *
 * @param number from 1 within the incident; the highest counts
 * @param grading the grading
 * @param confirmedAt since when it counts, UTC; absent while it does not
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record GradingGiven(int number, String grading, Instant confirmedAt) {
}
