package org.harmregistry.incidents.incident.domain;

import com.fasterxml.jackson.annotation.JsonValue;

/** How sure it is that there was a strike (Airwars' terms). */
public enum StrikeStatus implements Term {
    DECLARED_STRIKE,
    LIKELY_STRIKE,
    CONTESTED_STRIKE,
    SINGLE_SOURCE_CLAIM;

    @JsonValue
    @Override
    public String term() {
        return Term.super.term();
    }
}
