package org.harmregistry.incidents.victim.domain;

import org.harmregistry.incidents.incident.domain.Term;

import com.fasterxml.jackson.annotation.JsonValue;

/** What killed or injured a person (SDG 16.1.2). */
public enum HarmCause implements Term {
    HEAVY_WEAPONS_EXPLOSIVE_MUNITIONS,
    PLANTED_EXPLOSIVES_UXO,
    SMALL_ARMS_LIGHT_WEAPONS,
    INCENDIARY,
    CBRN,
    ELECTROMAGNETIC_WEAPONS,
    LESS_LETHAL_WEAPONS,
    DENIAL_OR_DESTRUCTION_OF_INDISPENSABLE_OBJECTS,
    ACCIDENTS_RELATED_TO_CONFLICT,
    USE_OF_OBJECTS_AND_OTHER_MEANS,
    UNKNOWN;

    @JsonValue
    @Override
    public String term() {
        return Term.super.term();
    }
}
