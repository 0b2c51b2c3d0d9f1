package org.harmregistry.sources.examination.domain;

import org.harmregistry.kit.problem.FailureCode;
import org.harmregistry.kit.problem.FailureKind;

/** The failures that only examinations know. */
public enum ExaminationFailure implements FailureCode {
    TOKEN_UNREADABLE(FailureKind.AGAINST_RULE, "This is no time-stamp token over a SHA-2 digest (RFC 3161)"),
    TOKEN_TOO_LARGE(FailureKind.TOO_LARGE, "A time-stamp token has at most 64 KiB");

    private final FailureKind kind;
    private final String title;

    ExaminationFailure(FailureKind kind, String title) {
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
