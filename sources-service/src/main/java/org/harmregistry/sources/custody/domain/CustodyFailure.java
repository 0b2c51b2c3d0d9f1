package org.harmregistry.sources.custody.domain;

import org.harmregistry.kit.problem.FailureCode;
import org.harmregistry.kit.problem.FailureKind;

/** The failures that only the custody log knows. */
public enum CustodyFailure implements FailureCode {
    CUSTODY_BROKEN(FailureKind.UNAVAILABLE,
            "The custody log of this source is broken: nothing is done with it until that is settled"),
    CUSTODY_UNAVAILABLE(FailureKind.UNAVAILABLE, "The custody log could not be written, so the act was not done"),
    CUSTODY_NOT_INTACT(FailureKind.CONFLICT,
            "A certificate is made of a whole chain alone: read the custody to see what is wrong");

    private final FailureKind kind;
    private final String title;

    CustodyFailure(FailureKind kind, String title) {
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
