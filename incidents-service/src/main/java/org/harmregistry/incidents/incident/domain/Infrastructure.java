package org.harmregistry.incidents.incident.domain;

import com.fasterxml.jackson.annotation.JsonValue;

/** What was hit (Airwars' terms). */
public enum Infrastructure implements Term {
    RESIDENTIAL,
    APARTMENT_BUILDING,
    IDP_OR_REFUGEE_CAMP,
    EDUCATION,
    PRIMARY_SCHOOL,
    HEALTHCARE,
    HOSPITAL,
    AMBULANCE,
    RELIGIOUS,
    WATER,
    FOOD_WATER_DISTRIBUTION,
    AGRICULTURE,
    MARKET,
    HUMANITARIAN,
    EVACUATION_ROUTE;

    @JsonValue
    @Override
    public String term() {
        return Term.super.term();
    }
}
