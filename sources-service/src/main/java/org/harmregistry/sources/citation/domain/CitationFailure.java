package org.harmregistry.sources.citation.domain;

import org.harmregistry.kit.problem.FailureCode;
import org.harmregistry.kit.problem.FailureKind;

/** The failures that only citations know. */
public enum CitationFailure implements FailureCode {
    ALREADY_CITED(FailureKind.CONFLICT, "The source is cited for this incident and passage already"),
    TOO_MANY_CITATIONS(FailureKind.AGAINST_RULE, "More is cited for this incident than can be put side by side");

    private final FailureKind kind;
    private final String title;

    CitationFailure(FailureKind kind, String title) {
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
