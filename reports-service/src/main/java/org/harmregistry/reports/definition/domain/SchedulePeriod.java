package org.harmregistry.reports.definition.domain;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonValue;

/** What a scheduled edition is about, seen from the day on which it is made, in the schedule's zone. */
public enum SchedulePeriod {
    /** The day before. */
    DAY_BEFORE {
        @Override
        ReportPeriod before(LocalDate day) {
            return new ReportPeriod(null, day.minusDays(1), day.minusDays(1), null);
        }
    },
    /** The week before, from Monday to Sunday (ISO 8601). */
    WEEK_BEFORE {
        @Override
        ReportPeriod before(LocalDate day) {
            LocalDate monday = day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)).minusWeeks(1);
            return new ReportPeriod(null, monday, monday.plusDays(6), null);
        }
    },
    /** The calendar month before. */
    MONTH_BEFORE {
        @Override
        ReportPeriod before(LocalDate day) {
            return ReportPeriod.of(YearMonth.from(day).minusMonths(1));
        }
    },
    /** The calendar year before. */
    YEAR_BEFORE {
        @Override
        ReportPeriod before(LocalDate day) {
            return new ReportPeriod(null, LocalDate.of(day.getYear() - 1, 1, 1), LocalDate.of(day.getYear() - 1, 12, 31), null);
        }
    };

    abstract ReportPeriod before(LocalDate day);

    /** The period's name as it stands in definitions. */
    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
