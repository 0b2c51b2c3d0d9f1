package org.harmregistry.incidents.redress;

import com.fasterxml.jackson.annotation.JsonProperty;

/** For what kind of loss. */
public enum LossType {
    @JsonProperty("death")
    DEATH,
    @JsonProperty("injury")
    INJURY,
    @JsonProperty("property_damage")
    PROPERTY_DAMAGE
}
