package org.harmregistry.reports.run.domain;

import org.harmregistry.kit.problem.FailureCode;
import org.harmregistry.kit.problem.FailureKind;

/** What can go wrong with a run as such. */
public enum RunFailure implements FailureCode {
    RUN_ENDED(FailureKind.CONFLICT, "The run has ended already"),
    RUN_LOST(FailureKind.UNAVAILABLE, "Whoever made the edition went away, each time that it was tried"),
    TOO_MANY_RUNS(FailureKind.UNAVAILABLE, "Too many editions that were ordered wait to be made");

    private final FailureKind kind;
    private final String title;

    RunFailure(FailureKind kind, String title) {
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
