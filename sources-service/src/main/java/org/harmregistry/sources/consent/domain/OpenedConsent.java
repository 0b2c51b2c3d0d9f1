package org.harmregistry.sources.consent.domain;

/** A consent with its texts opened. */
public record OpenedConsent(Consent consent, ConsentTexts texts) {
}
