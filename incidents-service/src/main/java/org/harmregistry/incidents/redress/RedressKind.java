package org.harmregistry.incidents.redress;

import com.fasterxml.jackson.annotation.JsonProperty;

/** By what harm is to be made good (amends as the sources name them). */
public enum RedressKind {
    @JsonProperty("acknowledgement")
    ACKNOWLEDGEMENT,
    @JsonProperty("apology")
    APOLOGY,
    @JsonProperty("ex_gratia_payment")
    EX_GRATIA_PAYMENT,
    @JsonProperty("condolence_payment")
    CONDOLENCE_PAYMENT,
    @JsonProperty("solatia")
    SOLATIA,
    @JsonProperty("livelihood_assistance")
    LIVELIHOOD_ASSISTANCE,
    @JsonProperty("medical_care")
    MEDICAL_CARE,
    @JsonProperty("repair")
    REPAIR
}
