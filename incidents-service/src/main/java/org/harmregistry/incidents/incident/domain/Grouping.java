package org.harmregistry.incidents.incident.domain;

import com.fasterxml.jackson.annotation.JsonValue;

/** By what totals are told apart. */
public enum Grouping implements Term {
    NONE,
    /** By the month of the start day, such as {@code 2017-06}. */
    MONTH,
    /** By the year of the start day. */
    YEAR,
    /** By the code of the first-order area. */
    ADMIN1,
    /** By each party known or suspected to be responsible; an incident may stand in several groups. */
    PARTY;

    @JsonValue
    @Override
    public String term() {
        return Term.super.term();
    }
}
