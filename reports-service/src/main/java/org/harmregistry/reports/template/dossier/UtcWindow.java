package org.harmregistry.reports.template.dossier;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;

import org.harmregistry.reports.registry.IncidentRecord;

/**
 * The local time of an incident in UTC, in which military logs are kept.
 *
 * @param from its beginning, or the one time that is known
 * @param to its end; {@code null} if one time is known
 */
record UtcWindow(Instant from, Instant to) {

    /** The window; empty unless the day, a time and its zone are known. */
    static Optional<UtcWindow> of(IncidentRecord.Occurred occurred) {
        IncidentRecord.LocalTime local = occurred.localTime();
        boolean oneDay = occurred.from() != null && occurred.from().equals(occurred.to())
                && "day".equals(occurred.precision());
        if (!oneDay || local == null || local.zone() == null || local.from() == null && local.to() == null) {
            return Optional.empty();
        }
        try {
            ZoneId zone = ZoneId.of(local.zone());
            LocalTime begin = LocalTime.parse(local.from() == null ? local.to() : local.from());
            LocalTime end = local.from() == null || local.to() == null ? null : LocalTime.parse(local.to());
            return Optional.of(new UtcWindow(at(occurred.from(), begin, zone), end == null ? null
                    : at(end.isBefore(begin) ? occurred.from().plusDays(1) : occurred.from(), end, zone)));
        } catch (DateTimeException e) {
            // A zone that this machine does not know: the local time stands alone.
            return Optional.empty();
        }
    }

    private static Instant at(LocalDate day, LocalTime time, ZoneId zone) {
        return day.atTime(time).atZone(zone).toInstant();
    }
}
