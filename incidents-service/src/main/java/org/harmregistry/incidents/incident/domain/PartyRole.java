package org.harmregistry.incidents.incident.domain;

import com.fasterxml.jackson.annotation.JsonValue;

/** What a party has to do with an incident; only the first two say that it may be responsible. */
public enum PartyRole implements Term {
    KNOWN,
    SUSPECTED,
    BELLIGERENT;

    @JsonValue
    @Override
    public String term() {
        return Term.super.term();
    }
}
