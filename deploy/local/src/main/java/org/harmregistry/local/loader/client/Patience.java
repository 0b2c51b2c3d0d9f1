package org.harmregistry.local.loader.client;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.concurrent.ThreadLocalRandom;

/**
 * How often a request is tried and how long the program waits in between. Everything here is bounded: a service that is
 * away for good ends the load instead of hanging it.
 *
 * @param tries at most so many, the first included
 * @param first the wait after the first try; it doubles from try to try
 * @param longest no wait is longer, whatever {@code Retry-After} asks for
 */
public record Patience(int tries, Duration first, Duration longest) {

    /** About a minute in all: a database that restarts is back by then. */
    public static final Patience ABOUT_A_MINUTE = new Patience(12, Duration.ofMillis(250), Duration.ofSeconds(10));

    /**
     * The wait before the next try: what the server asks for, else a doubling wait of which a random half keeps many clients
     * from coming back at once.
     *
     * @param tried how many tries there were, from 1
     * @param retryAfter the header's value, seconds or an HTTP date, or null
     */
    public Duration waitAfter(int tried, String retryAfter, Clock clock) {
        Duration asked = asked(retryAfter, clock);
        if (asked != null) {
            return asked.compareTo(longest) > 0 ? longest : asked;
        }
        long doubled = Math.min(longest.toMillis(), first.toMillis() << Math.min(tried - 1, 20));
        return Duration.ofMillis(doubled / 2 + ThreadLocalRandom.current().nextLong(doubled / 2 + 1));
    }

    private static Duration asked(String retryAfter, Clock clock) {
        if (retryAfter == null) {
            return null;
        }
        try {
            if (retryAfter.matches("\\d{1,9}")) {
                return Duration.ofSeconds(Long.parseLong(retryAfter));
            }
            Duration until = Duration.between(clock.instant(),
                    ZonedDateTime.parse(retryAfter, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
            return until.isNegative() ? Duration.ZERO : until;
        } catch (DateTimeException notUnderstood) {
            return null;
        }
    }
}
