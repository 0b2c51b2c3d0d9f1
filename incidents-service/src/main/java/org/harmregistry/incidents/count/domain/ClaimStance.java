package org.harmregistry.incidents.count.domain;

import org.harmregistry.incidents.incident.domain.Term;

import com.fasterxml.jackson.annotation.JsonValue;

/** How a source speaks of an incident. Only what supports it claims numbers. */
public enum ClaimStance implements Term {
    SUPPORTS,
    CONTRADICTS,
    MENTIONS;

    @JsonValue
    @Override
    public String term() {
        return Term.super.term();
    }
}
