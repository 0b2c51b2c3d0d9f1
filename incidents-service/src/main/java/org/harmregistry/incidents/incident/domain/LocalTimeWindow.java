package org.harmregistry.incidents.incident.domain;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.regex.Pattern;

import org.harmregistry.kit.problem.CommonFailure;
import org.harmregistry.kit.problem.Failure;

/**
 * The time of day as a source gave it. A window may pass midnight.
 *
 * @param kind how it was given
 * @param from {@code HH:MM}
 * @param to {@code HH:MM}
 * @param zone time zone of the IANA database, such as {@code Asia/Damascus}
 */
public record LocalTimeWindow(LocalTimeKind kind, String from, String to, String zone) {

    private static final Pattern TIME = Pattern.compile("([01]\\d|2[0-3]):[0-5]\\d");

    public LocalTimeWindow {
        Bounds.required(kind, "/kind");
        Bounds.form(from, TIME, "/from", "A time is written HH:MM.");
        Bounds.form(to, TIME, "/to", "A time is written HH:MM.");
        requireZone(Bounds.text(zone, 64, "/zone"));
    }

    private static void requireZone(String zone) {
        try {
            if (zone != null) {
                ZoneId.of(zone);
            }
        } catch (DateTimeException e) {
            throw Failure.at(CommonFailure.INVALID_VALUE, "/zone", "No time zone has this name.");
        }
    }
}
