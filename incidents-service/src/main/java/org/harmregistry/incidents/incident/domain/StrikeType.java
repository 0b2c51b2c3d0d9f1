package org.harmregistry.incidents.incident.domain;

import com.fasterxml.jackson.annotation.JsonValue;

/** By what means harm was done (Airwars' terms). */
public enum StrikeType implements Term {
    AIRSTRIKE,
    AIRSTRIKE_AND_OR_ARTILLERY,
    ARTILLERY,
    DRONE_STRIKE,
    HELICOPTER_STRIKE,
    GROUND_OPERATION,
    NAVAL_BOMBARDMENT,
    COUNTER_TERRORISM_ACTION_GROUND,
    UNKNOWN;

    @JsonValue
    @Override
    public String term() {
        return Term.super.term();
    }
}
