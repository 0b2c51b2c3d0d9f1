package org.harmregistry.incidents.victim.domain;

import org.harmregistry.kit.problem.FailureCode;
import org.harmregistry.kit.problem.FailureKind;

/** What can be wrong with victims alone. */
public enum VictimFailure implements FailureCode {
    INCIDENT_UNKNOWN(FailureKind.AGAINST_RULE, "There is no such incident that you may see"),
    ILLEGAL_STATUS_CHANGE(FailureKind.AGAINST_RULE, "A person's status cannot change in this way"),
    PERSON_CONTRADICTORY(FailureKind.AGAINST_RULE, "What is said of the person contradicts itself"),
    REGISTER_ID_REPEATED(FailureKind.AGAINST_RULE, "An id of another register stands twice"),
    REGISTER_ID_TAKEN(FailureKind.CONFLICT, "Another victim of this incident has this id of another register"),
    VICTIM_WITHDRAWN(FailureKind.CONFLICT, "A withdrawn victim is not changed any more"),
    VICTIM_UNNAMED(FailureKind.CONFLICT, "There is no name to publish"),
    NAME_ALREADY_PUBLIC(FailureKind.CONFLICT, "The name is public already"),
    NAME_ALREADY_WITHHELD(FailureKind.CONFLICT, "The name is withheld already");

    private final FailureKind kind;
    private final String title;

    VictimFailure(FailureKind kind, String title) {
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
