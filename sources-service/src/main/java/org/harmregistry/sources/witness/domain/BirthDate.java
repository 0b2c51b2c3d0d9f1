package org.harmregistry.sources.witness.domain;

import java.time.LocalDate;

import org.harmregistry.kit.problem.CommonFailure;
import org.harmregistry.kit.problem.Failure;
import org.harmregistry.sources.source.domain.DatePrecision;

/**
 * When a person was born, as far as it is known.
 *
 * @param date the day, or the first day of the month or year
 * @param precision how much of the date is known: day, month or year
 */
public record BirthDate(LocalDate date, DatePrecision precision) {

    public BirthDate {
        if (date == null) {
            throw Failure.at(CommonFailure.MISSING_FIELD, "/date", "This field is required.");
        }
        if (precision == null || precision == DatePrecision.UNKNOWN) {
            throw Failure.at(CommonFailure.INVALID_VALUE, "/precision", "Say day, month or year.");
        }
        if (date.getYear() < 1800 || date.getYear() > 2999) {
            throw Failure.at(CommonFailure.INVALID_DATE, "/date", "A year from 1800 on is taken here.");
        }
    }
}
