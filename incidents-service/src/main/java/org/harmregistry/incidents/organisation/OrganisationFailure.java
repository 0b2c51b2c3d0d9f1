package org.harmregistry.incidents.organisation;

import org.harmregistry.kit.problem.FailureCode;
import org.harmregistry.kit.problem.FailureKind;

/** What can be wrong with organisations alone. */
public enum OrganisationFailure implements FailureCode {
    ORGANISATION_SLUG_TAKEN(FailureKind.CONFLICT, "An organisation with this slug exists");

    private final FailureKind kind;
    private final String title;

    OrganisationFailure(FailureKind kind, String title) {
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
