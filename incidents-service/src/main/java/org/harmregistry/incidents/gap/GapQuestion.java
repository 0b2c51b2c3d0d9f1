package org.harmregistry.incidents.gap;

import java.time.LocalDate;

import org.harmregistry.incidents.record.AreaName;
import org.harmregistry.incidents.record.Clocks;
import org.harmregistry.incidents.record.PartialDate;
import org.harmregistry.incidents.record.Period;
import org.harmregistry.incidents.record.Terms;
import org.harmregistry.kit.problem.CommonFailure;
import org.harmregistry.kit.problem.Failure;

/**
 * What is asked of the gap.
 *
 * @param party slug of the party
 * @param by how to break it down
 * @param place name of the area as asked; {@code null} for all
 * @param period the period; its ends may be {@code null} for months and incidents only
 * @param clocks by when it was known and recorded
 * @param gradings which incidents of the registry count, as asked; {@code null} for all
 */
record GapQuestion(String party, GapBy by, String place, Period period, Clocks clocks, String gradings) {

    /** Reads the parameters as they came. */
    static GapQuestion of(String party, String by, String place, String from, String to, String knownBy,
            String asOf, String gradings) {
        required(party, "party");
        GapBy how = by == null ? GapBy.PLACE : Terms.parameter(GapBy.class, "by", by);
        Period period = new Period(PartialDate.parameter("from", from), PartialDate.parameter("to", to));
        if (how == GapBy.PLACE || how == GapBy.NONE) {
            required(from, "from");
            required(to, "to");
        }
        try {
            period.check("");
        } catch (Failure e) {
            throw Failure.atParameter(CommonFailure.RANGE_INVERTED, "to", "to is before from.");
        }
        return new GapQuestion(party, how, place, period, Clocks.of(knownBy, asOf), gradings);
    }

    GapQuestion with(Clocks others) {
        return new GapQuestion(party, by, place, period, others, gradings);
    }

    boolean isAbout(String area) {
        return place == null || AreaName.normalised(place).equals(AreaName.normalised(area));
    }

    /** True if both are the same days, however they were written. */
    boolean isExactly(Period other) {
        return other != null && period.firstDay().equals(other.firstDay()) && period.lastDay().equals(other.lastDay());
    }

    boolean overlaps(Period other) {
        return other == null
                || (other.firstDay() == null || !other.firstDay().isAfter(period.lastDay()))
                        && (other.lastDay() == null || !other.lastDay().isBefore(period.firstDay()));
    }

    /** True if a month lies within the period, as far as it has ends. */
    boolean holds(LocalDate firstOfMonth) {
        return (period.firstDay() == null || !firstOfMonth.isBefore(period.firstDay().withDayOfMonth(1)))
                && (period.lastDay() == null || !firstOfMonth.isAfter(period.lastDay()));
    }

    private static void required(String value, String name) {
        if (value == null || value.isBlank()) {
            throw Failure.atParameter(CommonFailure.INVALID_PARAMETER, name, "This parameter is required.");
        }
    }
}
