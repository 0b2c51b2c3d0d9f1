package org.harmregistry.incidents.ruling.domain;

import org.harmregistry.incidents.incident.domain.Term;

import com.fasterxml.jackson.annotation.JsonValue;

/** How sure one was when ruling. */
public enum StandardOfProof implements Term {
    MORE_LIKELY_THAN_NOT,
    REASONABLE_GROUNDS,
    TWO_INDEPENDENT_SOURCES,
    CLEAR_AND_CONVINCING,
    BEYOND_REASONABLE_DOUBT;

    @JsonValue
    @Override
    public String term() {
        return Term.super.term();
    }
}
