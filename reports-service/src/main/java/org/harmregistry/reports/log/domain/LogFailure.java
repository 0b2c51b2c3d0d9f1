package org.harmregistry.reports.log.domain;

import org.harmregistry.kit.problem.FailureCode;
import org.harmregistry.kit.problem.FailureKind;

/** What can go wrong with the log beyond what is common to all services. */
public enum LogFailure implements FailureCode {
    LOG_INTACT(FailureKind.CONFLICT, "The log is not halted: there is no reason to begin a new epoch"),
    LOG_STARTING(FailureKind.UNAVAILABLE, "The log has no checkpoint yet"),
    NOT_LOGGED_YET(FailureKind.CONFLICT, "The edition is not covered by a checkpoint yet"),
    LOG_DAMAGED(FailureKind.UNEXPECTED, "What is stored of the log no longer has the hashes that were signed");

    private final FailureKind kind;
    private final String title;

    LogFailure(FailureKind kind, String title) {
        this.kind = kind;
        this.title = title;
    }

    @Override
    public FailureKind kind() {
        return kind;
    }

    @Override
    public String title() {
        return title;
    }
}
