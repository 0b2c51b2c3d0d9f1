package org.harmregistry.incidents.organisation;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What an organisation is. */
public enum OrganisationKind {
    /** Of civil society, no state's. */
    @JsonProperty("ngo")
    NGO,
    /** Of states, such as a part of the United Nations. */
    @JsonProperty("international_organisation")
    INTERNATIONAL_ORGANISATION,
    @JsonProperty("government")
    GOVERNMENT,
    @JsonProperty("academic")
    ACADEMIC,
    @JsonProperty("media")
    MEDIA,
    /** The office of a party that answers for it. */
    @JsonProperty("party")
    PARTY,
    /** Whoever runs a registry such as this one. */
    @JsonProperty("registry")
    REGISTRY,
    @JsonProperty("other")
    OTHER
}
