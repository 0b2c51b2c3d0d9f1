package org.harmregistry.incidents.incident.domain;

import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

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

    /** The term that this one is a kind of; {@code null} if it is a kind of none. */
    Infrastructure broader() {
        return switch (this) {
            case APARTMENT_BUILDING, IDP_OR_REFUGEE_CAMP -> RESIDENTIAL;
            case PRIMARY_SCHOOL -> EDUCATION;
            case HOSPITAL, AMBULANCE -> HEALTHCARE;
            case FOOD_WATER_DISTRIBUTION -> HUMANITARIAN;
            default -> null;
        };
    }

    /** Some terms and all that are kinds of them: who asks for healthcare means hospitals, too. */
    public static List<Infrastructure> withKinds(Collection<Infrastructure> terms) {
        return Stream.of(values())
                .filter(term -> terms.contains(term) || term.broader() != null && terms.contains(term.broader())).toList();
    }

    @JsonValue
    @Override
    public String term() {
        return Term.super.term();
    }
}
