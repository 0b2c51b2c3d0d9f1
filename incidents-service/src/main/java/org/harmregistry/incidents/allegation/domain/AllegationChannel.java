package org.harmregistry.incidents.allegation.domain;

import org.harmregistry.incidents.incident.domain.Term;

import com.fasterxml.jackson.annotation.JsonValue;

/** By which way an allegation reached the party (the Coalition's reports). */
public enum AllegationChannel implements Term {
    SOCIAL_MEDIA,
    MEDIA_REPORT,
    NGO_REPORT,
    SELF_REPORT,
    GOVERNMENT,
    DIRECT_BY_PERSON;

    @JsonValue
    @Override
    public String term() {
        return Term.super.term();
    }
}
