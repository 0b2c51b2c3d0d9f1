package org.harmregistry.incidents.incident.domain;

import com.fasterxml.jackson.annotation.JsonValue;

/** Where a record stands in its life. */
public enum IncidentStatus implements Term {
    DRAFT,
    SUBMITTED,
    ACCEPTED,
    WITHDRAWN,
    /** Found to be the same incident as another record, which speaks for it since. */
    MERGED;

    @JsonValue
    @Override
    public String term() {
        return Term.super.term();
    }
}
