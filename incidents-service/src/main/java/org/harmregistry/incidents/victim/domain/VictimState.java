package org.harmregistry.incidents.victim.domain;

import java.util.EnumSet;
import java.util.Set;

import org.harmregistry.incidents.incident.domain.Term;

import com.fasterxml.jackson.annotation.JsonValue;

/** A state in which a person was found to be. */
public enum VictimState implements Term {
    MISSING,
    UNDER_RUBBLE,
    /** A body without a name. */
    UNIDENTIFIED_BODY,
    /** A body that has its name; the living are not said to be identified. */
    IDENTIFIED,
    INJURED,
    DIED_OF_WOUNDS;

    /** The states that can come next. */
    Set<VictimState> next() {
        return switch (this) {
            case MISSING -> EnumSet.of(UNDER_RUBBLE, UNIDENTIFIED_BODY, IDENTIFIED, INJURED, DIED_OF_WOUNDS);
            case UNDER_RUBBLE -> EnumSet.of(MISSING, UNIDENTIFIED_BODY, IDENTIFIED, INJURED, DIED_OF_WOUNDS);
            case INJURED -> EnumSet.of(MISSING, DIED_OF_WOUNDS);
            case UNIDENTIFIED_BODY, DIED_OF_WOUNDS -> EnumSet.of(IDENTIFIED);
            case IDENTIFIED -> EnumSet.noneOf(VictimState.class);
        };
    }

    Outcome outcome() {
        return switch (this) {
            case UNIDENTIFIED_BODY, IDENTIFIED, DIED_OF_WOUNDS -> Outcome.KILLED;
            case INJURED -> Outcome.INJURED;
            case MISSING, UNDER_RUBBLE -> Outcome.MISSING;
        };
    }

    @JsonValue
    @Override
    public String term() {
        return Term.super.term();
    }
}
