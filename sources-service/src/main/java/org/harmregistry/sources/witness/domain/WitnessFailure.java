package org.harmregistry.sources.witness.domain;

import org.harmregistry.kit.problem.FailureCode;
import org.harmregistry.kit.problem.FailureKind;

/** The failures that only identities of witnesses know. */
public enum WitnessFailure implements FailureCode {
    NO_PERSON_BEHIND(FailureKind.AGAINST_RULE, "A source of this kind has no person behind it whose identity is kept"),
    SECOND_CUSTODIAN_NEEDED(FailureKind.FORBIDDEN, "Another custodian than the one who asked must consent"),
    CONSENT_MISSING(FailureKind.CONFLICT, "No second custodian has consented"),
    REQUEST_EXPIRED(FailureKind.CONFLICT, "The request waited too long for a second custodian: ask again"),
    OPENING_OVER(FailureKind.GONE, "The time for reading is over: ask for another opening"),
    IDENTITY_SHREDDED(FailureKind.GONE, "The identity was shredded: its key was destroyed");

    private final FailureKind kind;
    private final String title;

    WitnessFailure(FailureKind kind, String title) {
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
