package org.harmregistry.incidents.duplicate.domain;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;

import org.harmregistry.incidents.incident.domain.DatePrecision;
import org.harmregistry.incidents.incident.domain.Occurrence;

/**
 * The days on which an incident may have happened.
 *
 * @param from the first
 * @param to the last
 */
public record DaySpan(LocalDate from, LocalDate to) {

    private static final int HALF_A_WEEK = 3;

    /** A single day that is only known to the week, month or year stands for all of it. */
    public static DaySpan of(Occurrence occurred) {
        LocalDate from = occurred.from();
        DaySpan given = new DaySpan(from, occurred.to());
        if (!from.equals(occurred.to())) {
            return given;
        }
        return switch (occurred.precision()) {
            case WEEK -> new DaySpan(from.minusDays(HALF_A_WEEK), from.plusDays(HALF_A_WEEK));
            case MONTH -> new DaySpan(from.withDayOfMonth(1), from.with(TemporalAdjusters.lastDayOfMonth()));
            case YEAR -> new DaySpan(from.withDayOfYear(1), from.with(TemporalAdjusters.lastDayOfYear()));
            default -> given;
        };
    }

    long days() {
        return ChronoUnit.DAYS.between(from, to) + 1;
    }

    boolean isOneDay() {
        return from.equals(to);
    }

    /** How many days lie between the two; 0 if they meet. */
    long gapTo(DaySpan other) {
        return Math.max(0, Math.max(ChronoUnit.DAYS.between(to, other.from), ChronoUnit.DAYS.between(other.to, from)));
    }

    static boolean isExact(Occurrence occurred) {
        return occurred.precision() == DatePrecision.DAY && occurred.from().equals(occurred.to());
    }
}
