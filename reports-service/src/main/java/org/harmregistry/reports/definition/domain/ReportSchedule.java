package org.harmregistry.reports.definition.domain;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.harmregistry.kit.problem.CommonFailure;
import org.harmregistry.kit.problem.Failure;

import com.cronutils.model.Cron;
import com.cronutils.model.CronType;
import com.cronutils.model.definition.CronDefinitionBuilder;
import com.cronutils.model.time.ExecutionTime;
import com.cronutils.parser.CronParser;

/**
 * When a report is made by itself, and about what.
 *
 * @param cron a Quartz cron expression of six or seven fields: seconds, minutes, hours, day of month, month, day of week, year;
 *        {@code 0 0 9 ? * 5L} is nine in the morning of each month's last Thursday
 * @param zone the time zone that it is read in, such as {@code Asia/Damascus}
 * @param start the first instant at which it may fire
 * @param period the period that each firing is about
 * @param catchUp how many missed firings are made up for after a downtime, the newest ones; 0 to 60, 12 unless given
 */
public record ReportSchedule(String cron, String zone, Instant start, SchedulePeriod period, Integer catchUp) {

    private static final int LONGEST = 120;
    private static final int MOST_CATCH_UP = 60;
    private static final int USUAL_CATCH_UP = 12;
    private static final int MOST_LOOKED_AT = 1_000;

    /**
     * One firing.
     *
     * @param at when
     * @param period what the edition is about
     */
    public record Firing(Instant at, ReportPeriod period) {
    }

    public ReportSchedule {
        required("/cron", cron);
        required("/zone", zone);
        required("/start", start);
        required("/period", period);
        if (catchUp != null && (catchUp < 0 || catchUp > MOST_CATCH_UP)) {
            throw Failure.at(CommonFailure.INVALID_VALUE, "/catchUp", "A whole number from 0 to " + MOST_CATCH_UP + ".");
        }
        zoneOf(zone);
        parse(cron);
    }

    private static void required(String pointer, Object value) {
        if (value == null) {
            throw Failure.at(CommonFailure.MISSING_FIELD, pointer, "This field is required.");
        }
    }

    private static ZoneId zoneOf(String zone) {
        try {
            if (ZoneId.getAvailableZoneIds().contains(zone)) {
                return ZoneId.of(zone);
            }
        } catch (DateTimeException e) {
            // Refused below, like any other zone that is not known.
        }
        throw Failure.at(CommonFailure.INVALID_VALUE, "/zone", "A zone is named as in the IANA time zone database.");
    }

    private static Cron parse(String cron) {
        try {
            if (cron.length() <= LONGEST) {
                return new CronParser(CronDefinitionBuilder.instanceDefinitionFor(CronType.QUARTZ)).parse(cron).validate();
            }
        } catch (IllegalArgumentException e) {
            // Refused below: what the library says of it is for developers.
        }
        throw Failure.at(CommonFailure.INVALID_VALUE, "/cron",
                "A Quartz cron expression of six or seven fields is taken here, such as 0 0 9 ? * 5L.");
    }

    /** The first firing behind an instant, and not before the start; empty if it never fires again. */
    public Optional<Firing> next(Instant behind) {
        Instant from = behind.isBefore(start) ? start.minusNanos(1) : behind;
        return ExecutionTime.forCron(parse(cron)).nextExecution(from.atZone(zoneOf(zone))).map(this::firing);
    }

    /** The next firings behind an instant. */
    public List<Firing> next(Instant behind, int most) {
        List<Firing> found = new ArrayList<>();
        Optional<Firing> next = next(behind);
        while (next.isPresent() && found.size() < most) {
            found.add(next.get());
            next = next(next.get().at());
        }
        return found;
    }

    /**
     * The firings behind an instant up to now that are to be made, the oldest first: the newest ones, each period once.
     * It looks back from now, so that a schedule that fires often costs no more than one that does not.
     *
     * @param fired up to when all firings are done; {@code null} for none
     */
    public List<Firing> due(Instant fired, Instant now) {
        Instant done = fired == null || fired.isBefore(start) ? start.minusNanos(1) : fired;
        ExecutionTime times = ExecutionTime.forCron(parse(cron));
        Map<String, Firing> newest = new LinkedHashMap<>();
        Optional<ZonedDateTime> last = times.lastExecution(now.plusSeconds(1).atZone(zoneOf(zone)));
        for (int looked = 0; looked < MOST_LOOKED_AT && newest.size() <= catchUpOrUsual() && last.isPresent()
                && last.get().toInstant().isAfter(done); looked++) {
            Firing firing = firing(last.get());
            if (!firing.at().isAfter(now)) {
                newest.putIfAbsent(firing.period().key(), firing);
            }
            last = times.lastExecution(last.get());
        }
        List<Firing> oldestFirst = new ArrayList<>(newest.values());
        Collections.reverse(oldestFirst);
        return oldestFirst;
    }

    private int catchUpOrUsual() {
        return catchUp == null ? USUAL_CATCH_UP : catchUp;
    }

    private Firing firing(ZonedDateTime at) {
        return new Firing(at.toInstant(), period.before(at.toLocalDate()));
    }
}
