package org.harmregistry.incidents.ledger.domain;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;

import org.harmregistry.incidents.record.Fields;
import org.harmregistry.incidents.record.KnownDay;
import org.harmregistry.kit.history.AsOf;
import org.harmregistry.kit.problem.CommonFailure;
import org.harmregistry.kit.problem.Failure;

/**
 * Which ledger is asked for.
 *
 * @param party slug of the party
 * @param from the first month
 * @param to the last month
 * @param knownBy only what the world knew by this day; {@code null} for all
 * @param asOf only what the registry had recorded by this instant; {@code null} for today
 */
public record LedgerQuestion(String party, YearMonth from, YearMonth to, LocalDate knownBy, Instant asOf) {

    private static final int MOST_MONTHS = 600;

    /** Reads the parameters as they came. */
    public static LedgerQuestion of(String party, String from, String to, String knownBy, String asOf) {
        if (party == null || party.isBlank()) {
            throw Failure.atParameter(CommonFailure.INVALID_PARAMETER, "party", "This parameter is required.");
        }
        YearMonth first = month("from", from);
        YearMonth last = month("to", to);
        if (last.isBefore(first)) {
            throw Failure.atParameter(CommonFailure.RANGE_INVERTED, "to", "to is before from.");
        }
        if (first.until(last, ChronoUnit.MONTHS) >= MOST_MONTHS) {
            throw Failure.atParameter(CommonFailure.INVALID_PARAMETER, "to", "At most 600 months at once.");
        }
        return new LedgerQuestion(party, first, last, KnownDay.parameter(knownBy), AsOf.parameter(asOf));
    }

    private static YearMonth month(String name, String text) {
        try {
            if (text != null) {
                YearMonth month = YearMonth.parse(text);
                Fields.month(month, "");
                return month;
            }
        } catch (DateTimeException | Failure e) {
            // Answered below, like a month that is not given.
        }
        throw Failure.atParameter(CommonFailure.INVALID_PARAMETER, name, name + " is a month, YYYY-MM, and required.");
    }

    /** The same question as of an instant that the registry can answer for. */
    public LedgerQuestion at(Instant effective) {
        return new LedgerQuestion(party, from, to, knownBy, effective);
    }
}
