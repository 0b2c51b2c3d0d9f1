package org.harmregistry.incidents.duplicate.domain;

import org.harmregistry.incidents.incident.domain.Occurrence;

/** Whether two incidents can have happened at the same time. */
final class TimeComparison {

    private static final double DAYS_DIFFER = 5;
    private static final double HOURS_AGREE = 1.5;
    private static final double HOURS_DIFFER = 2;
    /** Agreement of days by how far they lie apart: reports are often dated to the day after. */
    private static final double[] BY_GAP = { 1, 0.65, 0.35, 0.15 };
    private static final long SURE_MINUTES = 60;
    private static final long FAR_MINUTES = 360;
    private static final long OVER_MIDNIGHT = 180;

    private TimeComparison() {
    }

    static ScorePart of(ComparedIncident one, ComparedIncident other) {
        Occurrence first = one.content().occurred();
        Occurrence second = other.content().occurred();
        DaySpan days = DaySpan.of(first);
        DaySpan otherDays = DaySpan.of(second);
        ClockSpan clock = ClockSpan.of(first);
        ClockSpan otherClock = ClockSpan.of(second);
        boolean hours = clock != null && otherClock != null && days.gapTo(otherDays) <= 1;
        return hours ? byHours(days, otherDays, clock, otherClock.at(second.localTime(), first.localTime()))
                : byDays(days, otherDays, 0, text(days, otherDays));
    }

    private static ScorePart byDays(DaySpan one, DaySpan other, double more, String text) {
        double agreement = agreement(one, other);
        ScorePart part = ScorePart.of(ScorePartKind.TIME, agreement, worth(one, other), DAYS_DIFFER, text);
        return new ScorePart(part.kind(), part.agreement(), (double) Math.round((part.points() + more) * 10) / 10, text);
    }

    private static ScorePart byHours(DaySpan one, DaySpan other, ClockSpan clock, ClockSpan otherClock) {
        long gap = clock.gapTo(otherClock);
        double agreement = gap <= SURE_MINUTES ? 1
                : Math.max(0, 1 - (double) (gap - SURE_MINUTES) / (FAR_MINUTES - SURE_MINUTES));
        double points = agreement * HOURS_AGREE - (1 - agreement) * HOURS_DIFFER;
        // One side of midnight or the other: the date alone would tell them apart.
        DaySpan counted = gap <= OVER_MIDNIGHT ? one : other;
        return byDays(one, counted, points, text(one, other, clock, otherClock, gap));
    }

    private static String text(DaySpan one, DaySpan other, ClockSpan clock, ClockSpan otherClock, long gap) {
        boolean samePart = clock.partOfDay().equals(otherClock.partOfDay()) && clock.dayOfPart() == otherClock.dayOfPart();
        if (samePart && gap <= SURE_MINUTES) {
            return "same " + clock.partOfDay();
        }
        String apart = gap <= SURE_MINUTES ? "at the same time" : Math.round(gap / 60.0) + " hours apart";
        return text(one, other) + ", " + apart;
    }

    private static double agreement(DaySpan one, DaySpan other) {
        long gap = one.gapTo(other);
        return gap < BY_GAP.length ? BY_GAP[(int) gap] : 0;
    }

    /** That two periods meet says the less, the longer they are. */
    private static double worth(DaySpan one, DaySpan other) {
        long days = Math.max(one.days(), other.days());
        if (days <= 1) {
            return 3;
        }
        if (days <= 7) {
            return days <= 3 ? 2.5 : 1.5;
        }
        return days <= 31 ? 0.5 : 0;
    }

    private static String text(DaySpan one, DaySpan other) {
        long gap = one.gapTo(other);
        if (gap > 0) {
            return gap == 1 ? "one day apart" : gap + " days apart";
        }
        return one.isOneDay() && other.isOneDay() ? "same day" : "periods that meet";
    }
}
