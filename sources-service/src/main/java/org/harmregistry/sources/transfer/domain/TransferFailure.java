package org.harmregistry.sources.transfer.domain;

import org.harmregistry.kit.problem.FailureCode;
import org.harmregistry.kit.problem.FailureKind;

/** The failures that only transfers know. */
public enum TransferFailure implements FailureCode {
    ATTACHMENT_UNKNOWN(FailureKind.AGAINST_RULE, "A file is named that this source does not have"),
    TRANSFERRED_IN_FUTURE(FailureKind.AGAINST_RULE, "What was handed over was handed over by today");

    private final FailureKind kind;
    private final String title;

    TransferFailure(FailureKind kind, String title) {
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
