package org.harmregistry.reports.delivery.domain;

import java.time.Duration;
import java.util.List;

/**
 * How long to wait after each failure: the example of Standard Webhooks 1.0, then a day each time. Up to a tenth is added at
 * random, so that what failed together does not come back together; a receiver that asks for more time gets it, up to a day.
 */
public final class RetryPlan {

    private static final Duration LONGEST = Duration.ofDays(1);
    private static final List<Duration> WAITS = List.of(Duration.ofSeconds(5), Duration.ofMinutes(5), Duration.ofMinutes(30),
            Duration.ofHours(2), Duration.ofHours(5), Duration.ofHours(10), Duration.ofHours(14), Duration.ofHours(20),
            LONGEST);
    /** Beyond these a message is given up; its subscription is disabled before, unless others of its messages go through. */
    private static final int MOST_FAILURES = 12;

    private RetryPlan() {
    }

    /** True if another attempt makes sense after that many failures. */
    static boolean goesOn(int failures) {
        return failures < MOST_FAILURES;
    }

    /**
     * @param failures from 1
     * @param askedToWait what the receiver asks for; {@code null} for nothing
     * @param random from 0 to 1
     */
    static Duration wait(int failures, Duration askedToWait, double random) {
        Duration planned = WAITS.get(Math.min(failures, WAITS.size()) - 1);
        Duration wait = planned.plusMillis((long) (planned.toMillis() * random / 10));
        if (askedToWait == null || askedToWait.compareTo(wait) <= 0) {
            return wait;
        }
        return askedToWait.compareTo(LONGEST) > 0 ? LONGEST : askedToWait;
    }
}
