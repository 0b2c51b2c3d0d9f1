package org.harmregistry.reports.definition.domain;

import org.harmregistry.kit.problem.FailureCode;
import org.harmregistry.kit.problem.FailureKind;

/** What can be wrong with a definition beyond what is common to all services. */
public enum DefinitionFailure implements FailureCode {
    SLUG_TAKEN(FailureKind.CONFLICT, "A report with this slug exists"),
    SLUG_DIFFERS(FailureKind.AGAINST_RULE, "The slug in the body is not that of the address"),
    PERIOD_REPEATED(FailureKind.AGAINST_RULE, "The same period is listed twice"),
    PERIODS_MISSING(FailureKind.AGAINST_RULE, "A definition lists at least one period"),
    PERIOD_WITH_EDITIONS(FailureKind.CONFLICT, "A period that has editions cannot be taken out"),
    LANGUAGE_NOT_AVAILABLE(FailureKind.AGAINST_RULE, "Reports are not available in this language"),
    FILTER_INCOMPLETE(FailureKind.AGAINST_RULE, "The template needs a filter that is not set"),
    CASE_NOT_TAKEN(FailureKind.AGAINST_RULE, "The template takes no case"),
    PUBLICATION_RULE_NOT_AVAILABLE(FailureKind.AGAINST_RULE, "This publication rule is not available here");

    private final FailureKind kind;
    private final String title;

    DefinitionFailure(FailureKind kind, String title) {
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
