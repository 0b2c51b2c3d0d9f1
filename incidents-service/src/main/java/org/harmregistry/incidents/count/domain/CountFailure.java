package org.harmregistry.incidents.count.domain;

import org.harmregistry.kit.problem.FailureCode;
import org.harmregistry.kit.problem.FailureKind;

/** What can be wrong with counts alone. */
public enum CountFailure implements FailureCode {
    NOTHING_TO_DERIVE_FROM(FailureKind.CONFLICT, "No credible claim and no victim gives a number"),
    COUNT_MISSING(FailureKind.MALFORMED, "Say how many were killed, or injured, or both");

    private final FailureKind kind;
    private final String title;

    CountFailure(FailureKind kind, String title) {
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
