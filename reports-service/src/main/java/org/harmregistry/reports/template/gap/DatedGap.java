package org.harmregistry.reports.template.gap;

import java.time.LocalDate;
import java.util.Optional;

import org.harmregistry.reports.registry.Gap;

/**
 * The gap as it was known on a day.
 *
 * @param day the day
 * @param query the address that was asked
 * @param gap the answer
 */
record DatedGap(LocalDate day, String query, Gap gap) {

    /** The row that the report is about: the question names one place, so there is at most one. */
    Optional<Gap.Row> row() {
        return gap.rows().stream().findFirst();
    }
}
