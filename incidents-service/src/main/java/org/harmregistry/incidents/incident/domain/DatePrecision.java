package org.harmregistry.incidents.incident.domain;

import com.fasterxml.jackson.annotation.JsonValue;

/** How exactly the dates of an incident are known; UCDP's date_prec 1 to 5 in this order. */
public enum DatePrecision implements Term {
    DAY,
    SPAN,
    WEEK,
    MONTH,
    YEAR;

    @JsonValue
    @Override
    public String term() {
        return Term.super.term();
    }
}
