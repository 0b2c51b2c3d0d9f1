package org.harmregistry.sources.citation.domain;

import java.time.LocalDate;

import org.harmregistry.kit.problem.CommonFailure;
import org.harmregistry.kit.problem.Failure;
import org.harmregistry.sources.source.domain.Texts;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * When it happened, as a source says.
 *
 * @param from the day, or the first day it may have been; absent where only words are known
 * @param to the last day it may have been; absent: {@code from} is the day
 * @param asPrinted the source's own words, verbatim; at most 200 characters
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ClaimedDate(@JsonFormat(shape = JsonFormat.Shape.STRING) LocalDate from,
        @JsonFormat(shape = JsonFormat.Shape.STRING) LocalDate to, String asPrinted) {

    public ClaimedDate {
        Texts.bounded(asPrinted, 200, "/asPrinted");
        if (from == null && (to != null || asPrinted == null)) {
            throw Failure.at(CommonFailure.MISSING_FIELD, "/from", "Give the first day, or what is printed.");
        }
        fourDigits(from, "/from");
        fourDigits(to, "/to");
        if (to != null && to.isBefore(from)) {
            throw Failure.at(CommonFailure.RANGE_INVERTED, "/to", "to is before from.");
        }
    }

    private static void fourDigits(LocalDate date, String pointer) {
        if (date != null && (date.getYear() < 1 || date.getYear() > 9999)) {
            throw Failure.at(CommonFailure.INVALID_DATE, pointer, "The year has four digits.");
        }
    }
}
