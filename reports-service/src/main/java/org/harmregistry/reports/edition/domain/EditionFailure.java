package org.harmregistry.reports.edition.domain;

import org.harmregistry.kit.problem.FailureCode;
import org.harmregistry.kit.problem.FailureKind;

/** What can go wrong with editions beyond what is common to all services. */
public enum EditionFailure implements FailureCode {
    PERIOD_UNKNOWN(FailureKind.AGAINST_RULE, "The definition lists no such period"),
    EDITION_BEING_MADE(FailureKind.CONFLICT, "An edition of this period is just being made"),
    SECOND_PERSON_REQUIRED(FailureKind.CONFLICT, "Another publisher than the first one is needed for this"),
    ALREADY_APPROVED(FailureKind.CONFLICT, "The edition is approved already"),
    APPROVAL_MISSING(FailureKind.CONFLICT, "One publisher has to approve the edition before another one publishes it"),
    GATE_BLOCKS(FailureKind.CONFLICT, "The gate holds the edition back"),
    PUBLISHES_ITSELF(FailureKind.CONFLICT, "The edition is published by itself: its definition asks for nobody"),
    FINDING_NOT_OVERRIDABLE(FailureKind.CONFLICT, "Nobody can override this finding: its cause has to be mended"),
    NOTHING_TO_CONFIRM(FailureKind.CONFLICT, "Nobody has proposed this yet"),
    EDITION_WITHDRAWN(FailureKind.GONE, "The edition was withdrawn"),
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
