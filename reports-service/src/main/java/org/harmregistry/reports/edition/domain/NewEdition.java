package org.harmregistry.reports.edition.domain;

import java.time.Instant;
import java.util.UUID;

import org.harmregistry.reports.definition.domain.ReportPeriod;

/**
 * An edition that is due.
 *
 * @param id its id
 * @param definition the definition's id
 * @param report the report's slug
 * @param period the period
 * @param label the period for people
 * @param number 1 for the first of the period
 * @param title the title
 * @param language its language
 * @param organisation the definition's owner
 * @param embargoUntil it is not out before this instant; {@code null} for none
 */
public record NewEdition(UUID id, UUID definition, String report, ReportPeriod period, String label, int number, String title,
        String language, String organisation, Instant embargoUntil) {
}
