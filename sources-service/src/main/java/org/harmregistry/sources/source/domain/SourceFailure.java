package org.harmregistry.sources.source.domain;

import org.harmregistry.kit.problem.FailureCode;
import org.harmregistry.kit.problem.FailureKind;

/** The failures that only sources know. */
public enum SourceFailure implements FailureCode {
    DATE_PRECISION_MISMATCH(FailureKind.AGAINST_RULE, "A date and its precision do not fit together"),
    FIELDWORK_WITHOUT_REPORT(FailureKind.AGAINST_RULE, "Only a report states field work"),
    PART_OF_ANOTHER_KIND(FailureKind.AGAINST_RULE, "A part belongs to sources of another kind"),
    AREA_OF_ANOTHER_COUNTRY(FailureKind.AGAINST_RULE, "An area does not lie in the country named"),
    DATE_IN_FUTURE(FailureKind.AGAINST_RULE, "A date lies in the future"),
    TRANSLATION_UNKNOWN(FailureKind.AGAINST_RULE, "A text is said to translate one that this source does not have"),
    REASON_REQUIRED(FailureKind.AGAINST_RULE, "On an accepted source this is changed by an assessment with a reason"),
    FROZEN(FailureKind.CONFLICT, "The source is frozen: nobody changes its content until that is lifted"),
    TEXT_UNKNOWN(FailureKind.AGAINST_RULE, "A text is named that this source does not have"),
    SOURCE_UNKNOWN(FailureKind.AGAINST_RULE, "A source is named that is not there for you"),
    EXTERNAL_ID_TAKEN(FailureKind.CONFLICT, "Another source of your organisation has this external id"),
    CONSENT_MISSING(FailureKind.AGAINST_RULE, "The person behind the source has not consented to its publication"),
    CHANGED_BY_OTHERS(FailureKind.CONFLICT, "The record was changed by others since you last imported it");

    private final FailureKind kind;
    private final String title;

    SourceFailure(FailureKind kind, String title) {
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
