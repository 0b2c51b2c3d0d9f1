package org.harmregistry.reports.edition.domain;

import org.harmregistry.kit.problem.FailureCode;
import org.harmregistry.kit.problem.FailureKind;

/** What can go wrong with editions beyond what is common to all services. */
public enum EditionFailure implements FailureCode {
    PERIOD_UNKNOWN(FailureKind.AGAINST_RULE, "The definition lists no such period"),
    EDITION_BEING_MADE(FailureKind.CONFLICT, "An edition of this period is just being made"),
    CONTENT_DAMAGED(FailureKind.UNEXPECTED, "The stored content no longer has the digest under which it was published");

    private final FailureKind kind;
    private final String title;

    EditionFailure(FailureKind kind, String title) {
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
