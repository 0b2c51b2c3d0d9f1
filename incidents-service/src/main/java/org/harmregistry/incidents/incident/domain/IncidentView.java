package org.harmregistry.incidents.incident.domain;

import org.harmregistry.kit.http.EntityTags;

import com.fasterxml.jackson.annotation.JsonValue;

/** As whom a reader sees a record. The names stand in entity tags. */
public enum IncidentView implements Term {
    /** What everybody sees: the point's cell, and a version that counts what everybody could see change. */
    PUBLIC,
    /** What the record's own organisation sees: everything it wrote. */
    OWN,
    /** What analysts, publishers and admins see. */
    FULL;

    @JsonValue
    @Override
    public String term() {
        return Term.super.term();
    }

    public long versionOf(Incident incident) {
        return this == PUBLIC ? incident.publicVersion() : incident.version();
    }

    public String tagOf(Incident incident) {
        return EntityTags.of(versionOf(incident), term());
    }
}
