package org.harmregistry.incidents.victim.domain;

import org.harmregistry.incidents.incident.domain.Term;

import com.fasterxml.jackson.annotation.JsonValue;

/** Status of a person (SDG 16.1.2). Whoever is not shown to be something else is a civilian. */
public enum CivilianStatus implements Term {
    CIVILIAN,
    OTHER_PROTECTED_PERSON,
    MEMBER_OF_ARMED_FORCES,
    DIRECTLY_PARTICIPATING_IN_HOSTILITIES,
    UNKNOWN;

    @JsonValue
    @Override
    public String term() {
        return Term.super.term();
    }
}
