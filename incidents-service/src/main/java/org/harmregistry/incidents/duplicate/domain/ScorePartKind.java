package org.harmregistry.incidents.duplicate.domain;

import org.harmregistry.incidents.incident.domain.Term;

import com.fasterxml.jackson.annotation.JsonValue;

/** What two records are compared by. */
public enum ScorePartKind implements Term {
    /** How far their points lie apart, beside how exactly each is known. */
    DISTANCE,
    /** Days, and times of the day. */
    TIME,
    /** What the place is called, or in which area it lies. */
    PLACE_NAME,
    /** Words of titles and summaries. */
    TEXT,
    /** Identifiers of other systems. */
    EXTERNAL_IDS,
    /** Addresses on the web that both give. */
    ADDRESSES,
    /** Names of victims. */
    VICTIMS,
    /** Parties that are named. */
    PARTIES,
    /** How many were killed. */
    CASUALTIES;

    @JsonValue
    @Override
    public String term() {
        return Term.super.term();
    }
}
