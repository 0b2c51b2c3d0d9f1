package org.harmregistry.reports.log.domain;

import java.time.Instant;

/**
 * How the log stands since when.
 *
 * @param condition what the last step found
 * @param since since when that is so, UTC
 * @param pending how many leaves wait for their place
 */
public record LogStanding(LogCondition condition, Instant since, long pending) {
}
