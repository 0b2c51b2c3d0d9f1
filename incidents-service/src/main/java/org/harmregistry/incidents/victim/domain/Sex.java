package org.harmregistry.incidents.victim.domain;

import org.harmregistry.incidents.incident.domain.Term;

import com.fasterxml.jackson.annotation.JsonValue;

/** Sex of a person (SDG 16.1.2). */
public enum Sex implements Term {
    MAN,
    WOMAN,
    UNKNOWN;

    @JsonValue
    @Override
    public String term() {
        return Term.super.term();
    }
}
