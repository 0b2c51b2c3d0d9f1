package org.harmregistry.sources.consent.domain;

/**
 * A consent with its texts opened.
 *
 * @param counts whether it is the newest of its purpose
 */
public record OpenedConsent(Consent consent, ConsentTexts texts, boolean counts) {
}
