package org.harmregistry.incidents.exchange;

import org.harmregistry.kit.problem.FailureCode;
import org.harmregistry.kit.problem.FailureKind;

/** What can be wrong with a row of an import, whatever its collection. */
public enum ImportFailure implements FailureCode {
    EXTERNAL_ID_MISSING(FailureKind.AGAINST_RULE, "An imported row needs an external id"),
    EXTERNAL_ID_TAKEN(FailureKind.CONFLICT, "Another record of your organisation has this external id"),
    EXTERNAL_IDS_OF_SEVERAL(FailureKind.CONFLICT, "The row's external ids belong to different records"),
    CHANGED_SINCE_IMPORT(FailureKind.CONFLICT, "Others have changed the record since your last import");

    private final FailureKind kind;
    private final String title;

    ImportFailure(FailureKind kind, String title) {
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
