package org.harmregistry.incidents.incident.domain;

import com.fasterxml.jackson.annotation.JsonValue;

/** Whether everybody may read a record once it is accepted. */
public enum Publication implements Term {
    WITHHELD,
    PUBLIC;

    @JsonValue
    @Override
    public String term() {
        return Term.super.term();
    }
}
