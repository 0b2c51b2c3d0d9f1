package org.harmregistry.incidents.ledger.domain;

import org.harmregistry.incidents.incident.domain.Term;

import com.fasterxml.jackson.annotation.JsonValue;

/** Which allegations a ledger counts: those that its reader may see. */
public enum Coverage implements Term {
    /** All that are recorded of the party. */
    ALL,
    /** The public ones. */
    PUBLIC;

    @JsonValue
    @Override
    public String term() {
        return Term.super.term();
    }
}
