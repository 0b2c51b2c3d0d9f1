package org.harmregistry.sources.retrieval.domain;

import org.harmregistry.kit.problem.FailureCode;
import org.harmregistry.kit.problem.FailureKind;

/** The failures that only fetching knows. */
public enum RetrievalFailure implements FailureCode {
    FETCHING_IS_OFF(FailureKind.CONFLICT, "This registry does not fetch from the web"),
    NOTHING_TO_FETCH(FailureKind.AGAINST_RULE, "The source has no address, and none was given"),
    PAGE_NOT_FETCHED(FailureKind.AGAINST_RULE, "The page could not be fetched");

    private final FailureKind kind;
    private final String title;

    RetrievalFailure(FailureKind kind, String title) {
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
