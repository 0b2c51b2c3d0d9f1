package org.harmregistry.incidents.lineage.domain;

import org.harmregistry.kit.problem.FailureCode;
import org.harmregistry.kit.problem.FailureKind;

/** What can be wrong with merging and splitting. */
public enum LineageFailure implements FailureCode {
    MERGE_INTO_ITSELF(FailureKind.AGAINST_RULE, "A record cannot be merged into itself"),
    MERGE_CIRCLE(FailureKind.CONFLICT, "The other record was merged into this one"),
    SUCCESSOR_UNKNOWN(FailureKind.AGAINST_RULE, "There is no such record to merge into"),
    SUCCESSOR_MERGED(FailureKind.CONFLICT, "The record to merge into was itself merged into another one"),
    SUCCESSOR_NOT_ACCEPTED(FailureKind.CONFLICT, "Only an accepted record can speak for another one"),
    LINEAGE_TOO_LONG(FailureKind.CONFLICT, "A record speaks for at most 200 others"),
    SPLIT_SIZE(FailureKind.AGAINST_RULE, "A record is split into 2 to 20 parts"),
    EXTERNAL_ID_LOST(FailureKind.AGAINST_RULE, "An external id of the record stands in none of its parts");

    private final FailureKind kind;
    private final String title;

    LineageFailure(FailureKind kind, String title) {
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
