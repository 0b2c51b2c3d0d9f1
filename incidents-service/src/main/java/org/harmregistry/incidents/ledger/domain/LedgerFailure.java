package org.harmregistry.incidents.ledger.domain;

import org.harmregistry.kit.problem.FailureCode;
import org.harmregistry.kit.problem.FailureKind;

/** What can be wrong with a ledger alone. */
public enum LedgerFailure implements FailureCode {
    LEDGER_INCONSISTENT(FailureKind.CONFLICT, "The transitions of an allegation are no legal path, so nothing adds up");

    private final FailureKind kind;
    private final String title;

    LedgerFailure(FailureKind kind, String title) {
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
