package org.harmregistry.sources.consent.domain;

import org.harmregistry.kit.problem.FailureCode;
import org.harmregistry.kit.problem.FailureKind;

/** The failures that only consents know. */
public enum ConsentFailure implements FailureCode {
    LIMITS_MISSING(FailureKind.AGAINST_RULE, "A limited consent says its limits"),
    LIMITS_WITHOUT_LIMITED(FailureKind.AGAINST_RULE, "Limits belong to a limited consent"),
    TAKEN_IN_FUTURE(FailureKind.AGAINST_RULE, "A consent cannot have been taken after today");

    private final FailureKind kind;
    private final String title;

    ConsentFailure(FailureKind kind, String title) {
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
