package org.harmregistry.incidents.record;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

import org.harmregistry.kit.history.AsOf;
import org.harmregistry.kit.problem.Failure;

/**
 * The two clocks of a question.
 *
 * @param knownBy only what had been published in the world by this day; {@code null} for whatever was
 * @param asOf only what the registry had recorded by this instant; {@code null} for the present
 */
public record Clocks(LocalDate knownBy, Instant asOf) {

    public static final Clocks PRESENT = new Clocks(null, null);

    /**
     * Reads the two parameters as they came.
     *
     * @throws Failure 400 {@code invalid_parameter} if one is malformed
     */
    public static Clocks of(String knownBy, String asOf) {
        return new Clocks(KnownDay.parameter(knownBy), AsOf.parameter(asOf));
    }

    /** The same question as of the effective instant. */
    public Clocks at(Instant effective) {
        return new Clocks(knownBy, effective);
    }

    /** The same question with a day of knowledge; without one it is the day of {@code asOf}, or else today. */
    public Clocks withDay(Clock clock) {
        Instant now = asOf == null ? clock.instant() : asOf;
        return knownBy != null ? this : new Clocks(LocalDate.ofInstant(now, ZoneOffset.UTC), asOf);
    }
}
