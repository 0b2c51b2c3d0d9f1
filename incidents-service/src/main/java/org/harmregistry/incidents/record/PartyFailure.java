package org.harmregistry.incidents.record;

import org.harmregistry.kit.problem.FailureCode;
import org.harmregistry.kit.problem.FailureKind;

/** The failures of the records about parties. */
public enum PartyFailure implements FailureCode {
    PARTY_UNKNOWN(FailureKind.AGAINST_RULE, "No party has this slug"),
    SLUG_TAKEN(FailureKind.CONFLICT, "A party with this slug exists"),
    SLUG_DIFFERS(FailureKind.AGAINST_RULE, "The slug in the body is not the one in the address"),
    MEMBERS_NOT_TAKEN(FailureKind.AGAINST_RULE, "Only a coalition has members, each once at a time and never itself"),
    NUMBER_OR_WORDS(FailureKind.AGAINST_RULE, "A count is given in numbers or in words, not in both");

    private final FailureKind kind;
    private final String title;

    PartyFailure(FailureKind kind, String title) {
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
