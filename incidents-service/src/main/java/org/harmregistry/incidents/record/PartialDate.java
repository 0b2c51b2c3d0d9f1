package org.harmregistry.incidents.record;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;

import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.harmregistry.kit.problem.CommonFailure;
import org.harmregistry.kit.problem.Failure;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** A day, a month or a year, kept as exactly as it was given. */
@Schema(type = SchemaType.STRING, pattern = "^\\d{4}(-\\d{2}(-\\d{2})?)?$", examples = "2017-06", description = "A day, a month or a year: YYYY-MM-DD, YYYY-MM or YYYY")
public final class PartialDate {

    private final String text;
    private final LocalDate first;
    private final LocalDate last;

    private PartialDate(String text, LocalDate first, LocalDate last) {
        this.text = text;
        this.first = Fields.day(first, "");
        this.last = last;
    }

    /** @throws Failure 400 {@code invalid_date} */
    @JsonCreator
    public static PartialDate of(String text) {
        try {
            return switch (text.length()) {
                case 4 -> new PartialDate(text, Year.parse(text).atDay(1), Year.parse(text).atMonth(12).atEndOfMonth());
                case 7 -> new PartialDate(text, YearMonth.parse(text).atDay(1), YearMonth.parse(text).atEndOfMonth());
                default -> new PartialDate(text, LocalDate.parse(text), LocalDate.parse(text));
            };
        } catch (DateTimeException e) {
            throw Failure.at(CommonFailure.INVALID_DATE, "", "No such day, month or year: YYYY-MM-DD, YYYY-MM or YYYY.");
        }
    }

    /** Reads a query parameter; {@code null} if it is not given. */
    public static PartialDate parameter(String name, String text) {
        if (text == null) {
            return null;
        }
        try {
            return of(text);
        } catch (Failure e) {
            throw Failure.atParameter(CommonFailure.INVALID_PARAMETER, name, "A day, a month or a year that exists.");
        }
    }

    public LocalDate firstDay() {
        return first;
    }

    public LocalDate lastDay() {
        return last;
    }

    @JsonValue
    @Override
    public String toString() {
        return text;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PartialDate date && date.text.equals(text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }
}
