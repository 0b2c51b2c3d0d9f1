package org.harmregistry.incidents.count.domain;

import org.harmregistry.incidents.incident.domain.Term;

import com.fasterxml.jackson.annotation.JsonValue;

/** On what numbers rest. */
public enum CountKind implements Term {
    /** On what was written with the incident. */
    RECORDED,
    /** On a rule. */
    DERIVED,
    /** On an analyst's judgement. */
    SET_BY_HAND;

    @JsonValue
    @Override
    public String term() {
        return Term.super.term();
    }
}
