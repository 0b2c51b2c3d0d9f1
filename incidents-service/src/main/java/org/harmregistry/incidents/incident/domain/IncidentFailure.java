package org.harmregistry.incidents.incident.domain;

import org.harmregistry.kit.problem.FailureCode;
import org.harmregistry.kit.problem.FailureKind;

/** What can be wrong with incidents alone. */
public enum IncidentFailure implements FailureCode {
    PARTY_REPEATED(FailureKind.AGAINST_RULE, "A party stands twice with the same role and rule"),
    ADMIN_AREA_UNKNOWN(FailureKind.AGAINST_RULE, "The country has no area with this code"),
    DATE_IN_FUTURE(FailureKind.AGAINST_RULE, "What has not happened yet cannot be recorded"),
    PLACE_OUTSIDE_COUNTRY(FailureKind.AGAINST_RULE, "The point lies outside the country stated"),
    LIST_TOO_LONG(FailureKind.AGAINST_RULE, "A list has more entries than are taken here"),
    EXTERNAL_ID_REPEATED(FailureKind.AGAINST_RULE, "An external id stands twice"),
    EXTERNAL_ID_MISSING(FailureKind.AGAINST_RULE, "An imported row needs an external id"),
    EXTERNAL_ID_TAKEN(FailureKind.CONFLICT, "Another record of your organisation has this external id"),
    EXTERNAL_IDS_OF_SEVERAL(FailureKind.CONFLICT, "The row's external ids belong to different records"),
    CHANGED_SINCE_IMPORT(FailureKind.CONFLICT, "Others have changed the record since your last import"),
    ALREADY_ACCEPTED(FailureKind.CONFLICT, "An accepted record is changed by analysts"),
    ALREADY_WITHDRAWN(FailureKind.CONFLICT, "A withdrawn record is not changed any more"),
    REASONED_FIELD(FailureKind.AGAINST_RULE, "This field is changed by an act of its own, with a reason"),
    MERGED(FailureKind.CONFLICT, "The record was merged into another one"),
    TOO_MANY_GROUPS(FailureKind.AGAINST_RULE, "The question tells more groups apart than one answer holds"),
    NOT_DRAFT(FailureKind.CONFLICT, "Only a draft can be submitted"),
    NOT_SUBMITTED(FailureKind.CONFLICT, "Only a submitted record can be accepted"),
    NOT_ACCEPTED(FailureKind.CONFLICT, "Only an accepted record can be published"),
    ALREADY_PUBLIC(FailureKind.CONFLICT, "The record is public already"),
    ALREADY_WITHHELD(FailureKind.CONFLICT, "The record is withheld already");

    private final FailureKind kind;
    private final String title;

    IncidentFailure(FailureKind kind, String title) {
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
