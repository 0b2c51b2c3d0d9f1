package org.harmregistry.incidents.duplicate.domain;

import org.harmregistry.kit.problem.FailureCode;
import org.harmregistry.kit.problem.FailureKind;

/** What can be wrong with findings about duplicates. */
public enum DuplicateFailure implements FailureCode {
    ALREADY_DISMISSED(FailureKind.CONFLICT, "The two records were found not to be one incident already"),
    SAME_RECORD(FailureKind.AGAINST_RULE, "A record is not compared with itself");

    private final FailureKind kind;
    private final String title;

    DuplicateFailure(FailureKind kind, String title) {
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
