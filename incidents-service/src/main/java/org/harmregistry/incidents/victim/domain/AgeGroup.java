package org.harmregistry.incidents.victim.domain;

import org.harmregistry.incidents.incident.domain.Term;

import com.fasterxml.jackson.annotation.JsonValue;

/** Age group of a person (SDG 16.1.2). */
public enum AgeGroup implements Term {
    /** 18 years or older. */
    ADULT,
    /** Under 18. */
    CHILD,
    UNKNOWN;

    @JsonValue
    @Override
    public String term() {
        return Term.super.term();
    }
}
