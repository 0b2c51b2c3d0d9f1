package org.harmregistry.incidents.incident.domain;

import com.fasterxml.jackson.annotation.JsonValue;

/** How well civilian harm is established (Airwars' terms). */
public enum Grading implements Term {
    CONFIRMED,
    FAIR,
    WEAK,
    CONTESTED,
    DISCOUNTED;

    @JsonValue
    @Override
    public String term() {
        return Term.super.term();
    }
}
