package org.harmregistry.reports.template;

import org.harmregistry.kit.problem.Failure;
import org.harmregistry.kit.problem.FailureCode;
import org.harmregistry.kit.problem.FailureKind;

/** Why a report cannot be made for now. */
public enum TemplateFailure implements FailureCode {
    RECORDS_CHANGED(FailureKind.UNAVAILABLE, "The records changed while they were counted"),
    EVIDENCE_MISSING(FailureKind.UNAVAILABLE, "Something that the report opens with is not in the registry yet");

    private final FailureKind kind;
    private final String title;

    TemplateFailure(FailureKind kind, String title) {
        this.kind = kind;
        this.title = title;
    }

    /** 503 {@code evidence_missing}: what a report opens with is not in the registry yet. */
    public static Failure missing(String what) {
        return Failure.of(EVIDENCE_MISSING, "The registry does not hold " + what + " yet.");
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
