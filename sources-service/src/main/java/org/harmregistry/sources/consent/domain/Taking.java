package org.harmregistry.sources.consent.domain;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How a consent was taken. */
public enum Taking {
    @JsonProperty("written")
    WRITTEN,
    /** Spoken, and recorded as sound or picture. */
    @JsonProperty("recorded")
    RECORDED,
    /** Spoken before a witness, who wrote it down. */
    @JsonProperty("oral")
    ORAL,
    /** By a message, such as a letter or a text message. */
    @JsonProperty("message")
    MESSAGE,
    /** By somebody who may speak for the person: a parent, a guardian, a lawyer. */
    @JsonProperty("representative")
    REPRESENTATIVE
}
