package org.harmregistry.sources.source.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

import jakarta.persistence.Embeddable;

/**
 * What the person behind a source allows at present, kept with the source: every question about its sight is answered by it.
 */
@Embeddable
class StandingConsent {

    private Boolean consentPublish;
    private LocalDate consentUntil;
    private boolean keptOnly;

    void take(Allowance allowance) {
        consentPublish = allowance.publication();
        consentUntil = allowance.publicationUntil();
        keptOnly = allowance.keptOnly();
    }

    boolean isKeptOnly() {
        return keptOnly;
    }

    /** An interview may be public with a consent alone, anything else unless consent was withdrawn or is over. */
    boolean allowsPublication(SourceKind kind, Instant now) {
        boolean allowed = consentPublish == null ? kind != SourceKind.INTERVIEW : consentPublish;
        boolean over = consentUntil != null && LocalDate.ofInstant(now, ZoneOffset.UTC).isAfter(consentUntil);
        return allowed && !over && !keptOnly;
    }
}
