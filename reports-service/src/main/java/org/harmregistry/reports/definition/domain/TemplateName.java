package org.harmregistry.reports.definition.domain;

import com.fasterxml.jackson.annotation.JsonProperty;

/** The templates that reports are made by. */
public enum TemplateName {
    @JsonProperty("acknowledgement_gap")
    ACKNOWLEDGEMENT_GAP,
    @JsonProperty("civilian_casualty_report")
    CIVILIAN_CASUALTY_REPORT,
    @JsonProperty("field_investigation")
    FIELD_INVESTIGATION,
    @JsonProperty("incident_dossier")
    INCIDENT_DOSSIER,
    @JsonProperty("period_overview")
    PERIOD_OVERVIEW
}
