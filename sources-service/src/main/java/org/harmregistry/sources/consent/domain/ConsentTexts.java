package org.harmregistry.sources.consent.domain;

/** What of a consent is sealed. */
public record ConsentTexts(String limits, String takenBy, String notes, String reason) {
}
