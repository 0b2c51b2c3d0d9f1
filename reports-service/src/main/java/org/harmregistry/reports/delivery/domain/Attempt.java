package org.harmregistry.reports.delivery.domain;

import java.time.Duration;

/**
 * One try to deliver.
 *
 * @param outcome how it ended
 * @param httpStatus what the receiver answered; {@code null} if it did not, or is no web server
 * @param took how long it took
 * @param askedToWait how long the receiver asks to be left alone; {@code null} if it does not
 */
public record Attempt(Outcome outcome, Integer httpStatus, Duration took, Duration askedToWait) {

    /** One that got no answer. */
    public static Attempt without(Outcome outcome, Duration took) {
        return new Attempt(outcome, null, took, null);
    }
}
