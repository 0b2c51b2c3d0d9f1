package org.harmregistry.reports.reply;

import org.harmregistry.kit.problem.FailureCode;
import org.harmregistry.kit.problem.FailureKind;

/** What can be wrong with questions and replies alone. */
public enum ReplyFailure implements FailureCode {
    QUESTION_UNKNOWN(FailureKind.AGAINST_RULE, "The report has no such question"),
    REPLY_OF_ANOTHER_PARTY(FailureKind.FORBIDDEN, "A party answers what is addressed to itself"),
    REPLY_NOT_HELD(FailureKind.CONFLICT, "The reply is not held");

    private final FailureKind kind;
    private final String title;

    ReplyFailure(FailureKind kind, String title) {
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
