package org.harmregistry.incidents.allegation.domain;

import org.harmregistry.incidents.incident.domain.Term;

import com.fasterxml.jackson.annotation.JsonValue;

/** What the party's assessor used (the Coalition's reports). */
public enum AssessmentMethod implements Term {
    CREW_INTERVIEW,
    TARGETING_STAFF_INTERVIEW,
    STRIKE_VIDEO,
    SURVEILLANCE_VIDEO,
    STRIKE_LOG,
    GOVERNMENT_INFORMATION,
    NGO_INFORMATION,
    PARTNER_FORCE_INFORMATION,
    TRADITIONAL_MEDIA,
    SOCIAL_MEDIA,
    WITNESS_INTERVIEW,
    SITE_VISIT;

    @JsonValue
    @Override
    public String term() {
        return Term.super.term();
    }
}
