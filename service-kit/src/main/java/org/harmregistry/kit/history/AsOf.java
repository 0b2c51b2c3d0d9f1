package org.harmregistry.kit.history;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.regex.Pattern;

import org.harmregistry.kit.problem.CommonFailure;
import org.harmregistry.kit.problem.Failure;

/** The clock of the registry: what had been recorded by an instant. */
public final class AsOf {

    /** What the API document says about the parameter. */
    public static final String PARAMETER = "Only what the registry had recorded by this instant (RFC 3339). An instant that is "
            + "not over yet is answered as of the last one that is; the answer's asOf tells which";

    private static final Pattern FORM = Pattern
            .compile("\\d{4}-\\d{2}-\\d{2}[Tt]\\d{2}:\\d{2}:\\d{2}(\\.\\d{1,9})?([Zz]|[+-]\\d{2}:\\d{2})");

    /** The first instant that both clocks, Java's and PostgreSQL's, write alike. */
    private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");

    private AsOf() {
    }

    /**
     * Reads the parameter {@code asOf}; {@code null} if it is not given. What is finer than microseconds is cut off.
     *
     * @throws Failure 400 {@code invalid_parameter} if it is no RFC 3339 instant
     */
    public static Instant parameter(String text) {
        if (text == null) {
            return null;
        }
        try {
            if (FORM.matcher(text).matches()) {
                Instant asked = OffsetDateTime.parse(text).toInstant().truncatedTo(ChronoUnit.MICROS);
                if (!asked.isBefore(FIRST)) {
                    return asked;
                }
            }
        } catch (DateTimeParseException e) {
            // Answered below, like any other form that is not taken.
        }
        throw Failure.atParameter(CommonFailure.INVALID_PARAMETER, "asOf",
                "asOf is an RFC 3339 instant, such as 2026-11-23T20:00:00Z.");
    }
}
