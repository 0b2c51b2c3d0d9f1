package org.harmregistry.reports.inquiry;

import org.harmregistry.kit.problem.FailureCode;
import org.harmregistry.kit.problem.FailureKind;

/** What can go wrong with an inquiry as such. */
public enum InquiryFailure implements FailureCode {
    INQUIRY_LOST(FailureKind.UNAVAILABLE, "Whoever worked on the answer went away, each time that it was tried"),
    TOO_MANY_INQUIRIES(FailureKind.UNAVAILABLE, "Too many trials and recomputations wait for their answers");

    private final FailureKind kind;
    private final String title;

    InquiryFailure(FailureKind kind, String title) {
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
