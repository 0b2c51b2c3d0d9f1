package org.harmregistry.incidents.ruling.domain;

import org.harmregistry.kit.problem.FailureCode;
import org.harmregistry.kit.problem.FailureKind;

/** What can be wrong with rulings alone. */
public enum RulingFailure implements FailureCode {
    SECOND_PERSON_REQUIRED(FailureKind.CONFLICT, "A ruling is confirmed by another analyst than the one who proposed it"),
    ALREADY_CONFIRMED(FailureKind.CONFLICT, "The ruling is confirmed already"),
    RULING_SUPERSEDED(FailureKind.CONFLICT, "A later ruling was proposed");

    private final FailureKind kind;
    private final String title;

    RulingFailure(FailureKind kind, String title) {
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
