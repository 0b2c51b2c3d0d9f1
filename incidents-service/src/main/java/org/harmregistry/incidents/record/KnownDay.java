package org.harmregistry.incidents.record;

import java.time.LocalDate;

import org.harmregistry.kit.problem.CommonFailure;
import org.harmregistry.kit.problem.Failure;

/** From which day on the world could know what was published on a date of a certain precision. */
public final class KnownDay {

    /**
     * Stands for no known day: later than any that can be asked for, so that it sorts last and no {@code knownBy} reaches it.
     */
    public static final LocalDate NEVER = LocalDate.of(9999, 12, 31);

    private KnownDay() {
    }

    /** The day itself, or the last day of the month or year: before that, nobody can say that it was known. */
    public static LocalDate of(LocalDate publishedOn, DayPrecision precision) {
        if (publishedOn == null) {
            return NEVER;
        }
        return switch (precision == null ? DayPrecision.DAY : precision) {
            case DAY -> publishedOn;
            case MONTH -> publishedOn.withDayOfMonth(publishedOn.lengthOfMonth());
            case YEAR -> LocalDate.of(publishedOn.getYear(), 12, 31);
        };
    }

    /** Reads the parameter {@code knownBy}; {@code null} if it is not given. */
    public static LocalDate parameter(String text) {
        if (text == null) {
            return null;
        }
        try {
            return Fields.day(LocalDate.parse(text), "");
        } catch (RuntimeException e) {
            throw Failure.atParameter(CommonFailure.INVALID_PARAMETER, "knownBy", "knownBy is a date, YYYY-MM-DD.");
        }
    }
}
