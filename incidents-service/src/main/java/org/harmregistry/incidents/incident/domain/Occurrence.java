package org.harmregistry.incidents.incident.domain;

import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;

import org.harmregistry.kit.problem.CommonFailure;
import org.harmregistry.kit.problem.Failure;

/**
 * When it happened.
 *
 * @param from first day, in local time
 * @param to last day; the first day if absent
 * @param precision how exactly the days are known; {@code day} or {@code span} if absent
 * @param localTime the time of day as a source gave it
 */
public record Occurrence(LocalDate from, LocalDate to, DatePrecision precision, LocalTimeWindow localTime) {

    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2199;

    /** @throws Failure 422 {@code range_inverted} if it ends before it begins */
    public Occurrence {
        requireYear(Bounds.required(from, "/from"), "/from");
        to = to == null ? from : to;
        requireYear(to, "/to");
        if (to.isBefore(from)) {
            throw Failure.at(CommonFailure.RANGE_INVERTED, "/to", "The last day is before the first.");
        }
        if (precision == null) {
            precision = from.equals(to) ? DatePrecision.DAY : DatePrecision.SPAN;
        }
    }

    /**
     * Which end of it cannot have been yet; {@code null} if both can. A month or year that is known no better ends with
     * its last day, also while it goes on.
     *
     * @param last the last day that can have begun anywhere
     */
    String endToCome(LocalDate last) {
        if (from.isAfter(last)) {
            return "/from";
        }
        LocalDate latest = switch (precision) {
            case DAY, SPAN -> last;
            case WEEK -> last.plusDays(6);
            case MONTH -> last.with(TemporalAdjusters.lastDayOfMonth());
            case YEAR -> last.with(TemporalAdjusters.lastDayOfYear());
        };
        return to.isAfter(latest) ? "/to" : null;
    }

    /** True if the day is said to be known, and several are named. */
    boolean isFinerThanItsDays() {
        return precision == DatePrecision.DAY && !from.equals(to);
    }

    private static void requireYear(LocalDate day, String pointer) {
        if (day.getYear() < FIRST_YEAR || day.getYear() > LAST_YEAR) {
            throw Failure.at(CommonFailure.INVALID_VALUE, pointer, "Years from 1900 to 2199 are taken here.");
        }
    }
}
