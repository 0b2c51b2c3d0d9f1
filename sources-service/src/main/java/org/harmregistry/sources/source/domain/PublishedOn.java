package org.harmregistry.sources.source.domain;

import java.time.LocalDate;

import org.harmregistry.kit.problem.CommonFailure;
import org.harmregistry.kit.problem.Failure;

/**
 * When a source was published.
 *
 * @param date the day, or the first day of the month or year; absent if and only if the precision is {@code unknown}
 * @param precision how much of the date is known
 * @param asPrinted what the source itself says, verbatim; at most 200 characters
 */
public record PublishedOn(LocalDate date, DatePrecision precision, String asPrinted) {

    public PublishedOn {
        if (precision == null) {
            throw Failure.at(CommonFailure.MISSING_FIELD, "/precision", "Say how precisely the date is known.");
        }
        if ((precision == DatePrecision.UNKNOWN) != (date == null)) {
            throw Failure.at(SourceFailure.DATE_PRECISION_MISMATCH, "/date",
                    "A date is given if and only if its precision is not unknown.");
        }
        if (date != null && (date.getYear() < 1 || date.getYear() > 9999)) {
            throw Failure.at(CommonFailure.INVALID_DATE, "/date", "The year has four digits.");
        }
        Texts.bounded(asPrinted, 200, "/asPrinted");
    }
}
