package org.harmregistry.reports.log.domain;

/** The log must not go on, and why. */
final class LogHalt extends RuntimeException {

    private final LogCondition condition;

    LogHalt(LogCondition condition) {
        super(condition.sentence(), null, false, false);
        this.condition = condition;
    }

    LogCondition condition() {
        return condition;
    }
}
