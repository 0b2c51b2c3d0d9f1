package org.harmregistry.incidents.ruling.domain;

import org.harmregistry.incidents.incident.domain.Term;

import com.fasterxml.jackson.annotation.JsonValue;

/** Whether a ruling counts. */
public enum RulingState implements Term {
    /** Waits for a second analyst; does not count yet. */
    PROPOSED,
    /** Two analysts stand behind it. The confirmed ruling with the highest number counts. */
    CONFIRMED,
    /** Never confirmed, and overtaken by a later proposal. */
    SUPERSEDED;

    @JsonValue
    @Override
    public String term() {
        return Term.super.term();
    }
}
