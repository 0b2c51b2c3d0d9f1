package org.harmregistry.incidents.incident.domain;

import com.fasterxml.jackson.annotation.JsonValue;

/** How the time of day was given (Airwars' terms). */
public enum LocalTimeKind implements Term {
    EXACT,
    APPROXIMATE,
    WINDOW,
    APPROXIMATE_TIME_OF_DAY,
    FIRST_REPORTED,
    UNKNOWN;

    @JsonValue
    @Override
    public String term() {
        return Term.super.term();
    }
}
