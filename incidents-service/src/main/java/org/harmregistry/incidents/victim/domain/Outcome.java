package org.harmregistry.incidents.victim.domain;

import org.harmregistry.incidents.incident.domain.Term;

import com.fasterxml.jackson.annotation.JsonValue;

/** What became of a person, as far as the status timeline tells; one person has one outcome, so nobody is counted twice. */
public enum Outcome implements Term {
    /** A body was found, or the person died of wounds; earlier injuries no longer count. */
    KILLED,
    /** Injured and not known to have died. */
    INJURED,
    /** Missing or under the rubble: nobody has established a death. */
    MISSING;

    @JsonValue
    @Override
    public String term() {
        return Term.super.term();
    }
}
