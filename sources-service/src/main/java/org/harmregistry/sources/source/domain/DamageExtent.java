package org.harmregistry.sources.source.domain;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How far something is damaged, in the terms of satellite damage assessment (UNOSAT). */
public enum DamageExtent {

    @JsonProperty("destroyed")
    DESTROYED,
    @JsonProperty("severe_damage")
    SEVERE_DAMAGE,
    @JsonProperty("moderate_damage")
    MODERATE_DAMAGE,
    @JsonProperty("possible_damage")
    POSSIBLE_DAMAGE,
    @JsonProperty("no_visible_damage")
    NO_VISIBLE_DAMAGE
}
