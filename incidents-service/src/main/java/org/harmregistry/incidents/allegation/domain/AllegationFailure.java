package org.harmregistry.incidents.allegation.domain;

import org.harmregistry.kit.problem.FailureCode;
import org.harmregistry.kit.problem.FailureKind;

/** What can be wrong with allegations alone. */
public enum AllegationFailure implements FailureCode {
    INCIDENT_UNKNOWN(FailureKind.AGAINST_RULE, "There is no such incident that you may see"),
    INCIDENT_MERGED(FailureKind.AGAINST_RULE, "The incident was merged: name its successor"),
    ALLEGATION_UNKNOWN(FailureKind.AGAINST_RULE, "There is no such allegation"),
    DATE_IN_FUTURE(FailureKind.AGAINST_RULE, "What has not happened yet cannot be recorded"),
    DUPLICATE_OF_MISSING(FailureKind.AGAINST_RULE, "A duplicate names the allegation that it repeats"),
    DUPLICATE_OF_NOT_TAKEN(FailureKind.AGAINST_RULE, "Only a duplicate names another allegation"),
    DUPLICATE_OF_OTHER_PARTY(FailureKind.AGAINST_RULE, "A duplicate repeats an allegation to the same party"),
    DUPLICATES_IN_CIRCLE(FailureKind.CONFLICT, "An allegation cannot repeat itself, directly or through others"),
    REASON_CODE_NOT_TAKEN(FailureKind.AGAINST_RULE, "This reason does not belong to the state"),
    CONCEDED_NOT_TAKEN(FailureKind.AGAINST_RULE, "Only a credible allegation concedes harm"),
    OUTCOME_FIELDS_NOT_TAKEN(FailureKind.AGAINST_RULE, "Only an outcome has a standard of proof"),
    TRANSITION_NOT_ALLOWED(FailureKind.CONFLICT, "The dated order of the transitions would be no legal path"),
    TRANSITION_STANDS(FailureKind.CONFLICT,
            "A transition that stands is corrected or taken back with a reason, not by an import"),
    RECEIVED_ON_DIFFERS(FailureKind.AGAINST_RULE, "receivedOn is the day of the transition to received"),
    EXPORT_NOT_WHOLE(FailureKind.CONFLICT, "What was exported for others leaves things out, and corrects nothing"),
    TRANSITION_SUPERSEDED(FailureKind.CONFLICT, "This transition has been corrected or withdrawn already"),
    ALREADY_PUBLIC(FailureKind.CONFLICT, "The record is public already"),
    ALREADY_WITHHELD(FailureKind.CONFLICT, "The record is withheld already");

    private final FailureKind kind;
    private final String title;

    AllegationFailure(FailureKind kind, String title) {
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
