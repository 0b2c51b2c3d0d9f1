package org.harmregistry.incidents.duplicate.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;

import org.harmregistry.incidents.incident.domain.LocalTimeKind;
import org.harmregistry.incidents.incident.domain.LocalTimeWindow;
import org.harmregistry.incidents.incident.domain.Occurrence;

/**
 * The time within which an incident may have happened, by the clock of its place.
 *
 * @param from minutes since the beginning of 1 January 1970, local time
 * @param to the same; not before {@code from}
 */
record ClockSpan(long from, long to) {

    private static final long DAY = 24 * 60;

    /** The span of an incident that is known to the day and gives a time; {@code null} otherwise. */
    static ClockSpan of(Occurrence occurred) {
        LocalTimeWindow time = occurred.localTime();
        if (time == null || time.from() == null && time.to() == null || time.kind() == LocalTimeKind.UNKNOWN
                || !DaySpan.isExact(occurred)) {
            return null;
        }
        long start = minutes(occurred.from(), time.from() == null ? time.to() : time.from());
        long end = minutes(occurred.from(), time.to() == null ? time.from() : time.to());
        end = end < start ? end + DAY : end;
        return switch (time.kind()) {
            case EXACT -> new ClockSpan(start - 15, end + 15);
            case APPROXIMATE -> new ClockSpan(start - 60, end + 60);
            case APPROXIMATE_TIME_OF_DAY -> new ClockSpan(start - 120, end + 120);
            // What is reported has happened before.
            case FIRST_REPORTED -> new ClockSpan(start - 360, end);
            default -> new ClockSpan(start, end);
        };
    }

    private static long minutes(LocalDate day, String time) {
        return day.toEpochDay() * DAY + LocalTime.parse(time).toSecondOfDay() / 60;
    }

    /** The same span by the clock of another zone; as it is if either zone is not said. */
    ClockSpan at(LocalTimeWindow own, LocalTimeWindow wanted) {
        if (own.zone() == null || wanted.zone() == null || own.zone().equals(wanted.zone())) {
            return this;
        }
        Instant when = Instant.ofEpochSecond(from * 60);
        long shift = (offset(wanted.zone(), when).getTotalSeconds() - offset(own.zone(), when).getTotalSeconds()) / 60;
        return new ClockSpan(from + shift, to + shift);
    }

    private static ZoneOffset offset(String zone, Instant when) {
        return ZoneId.of(zone).getRules().getOffset(when);
    }

    /** How many minutes lie between the two; 0 if they meet. */
    long gapTo(ClockSpan other) {
        return Math.max(0, Math.max(other.from - to, from - other.to));
    }

    private long middle() {
        return (from + to) / 2;
    }

    /** Morning, afternoon, evening or night, by the middle of the span. */
    String partOfDay() {
        long hour = Math.floorMod(middle(), DAY) / 60;
        if (hour >= 22 || hour < 5) {
            return "night";
        }
        if (hour < 12) {
            return "morning";
        }
        return hour < 17 ? "afternoon" : "evening";
    }

    /** The day that the part of the day belongs to: a night belongs to the day on which it begins. */
    long dayOfPart() {
        return Math.floorDiv(middle() - 5 * 60, DAY);
    }
}
