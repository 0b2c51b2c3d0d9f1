package org.harmregistry.incidents.redress;

import org.harmregistry.kit.problem.FailureCode;
import org.harmregistry.kit.problem.FailureKind;

/** What can be wrong with redress alone. */
public enum RedressFailure implements FailureCode {
    INCIDENT_UNKNOWN(FailureKind.AGAINST_RULE, "There is no such incident that you may see"),
    ALLEGATION_UNKNOWN(FailureKind.AGAINST_RULE, "There is no such allegation"),
    ALLEGATION_OF_OTHER_PARTY(FailureKind.AGAINST_RULE, "The allegation was made to another party"),
    ALLEGATION_OF_OTHER_INCIDENT(FailureKind.AGAINST_RULE, "The allegation is about another incident"),
    NOT_PAID(FailureKind.AGAINST_RULE, "Only what is paid has a day of payment");

    private final FailureKind kind;
    private final String title;

    RedressFailure(FailureKind kind, String title) {
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
