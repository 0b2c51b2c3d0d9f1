package org.harmregistry.incidents.incident.domain;

import com.fasterxml.jackson.annotation.JsonValue;

/** How exactly a place is known, the finest first (Airwars' terms). */
public enum PlaceAccuracy implements Term {
    WITHIN_1M_VIA_COALITION,
    EXACT_LOCATION_VIA_AIRWARS,
    EXACT_LOCATION_VIA_COALITION,
    EXACT_LOCATION_OTHER,
    WITHIN_100M_VIA_COALITION,
    NEARBY_LANDMARK,
    STREET,
    NEIGHBOURHOOD_AREA,
    VILLAGE,
    TOWN,
    CITY,
    SUBDISTRICT,
    DISTRICT,
    PROVINCE_GOVERNORATE,
    COUNTRY;

    @JsonValue
    @Override
    public String term() {
        return Term.super.term();
    }
}
