package org.harmregistry.incidents.incident.domain;

import com.fasterxml.jackson.annotation.JsonValue;

/** What people lost beyond lives and buildings (Airwars' terms). */
public enum Impact implements Term {
    EDUCATION,
    HEALTHCARE,
    FOOD;

    @JsonValue
    @Override
    public String term() {
        return Term.super.term();
    }
}
