package org.harmregistry.sources.consent.api;

import java.time.Instant;
import java.time.LocalDate;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.harmregistry.sources.consent.domain.Consent;
import org.harmregistry.sources.consent.domain.ConsentState;
import org.harmregistry.sources.consent.domain.ConsentTexts;
import org.harmregistry.sources.consent.domain.OpenedConsent;
import org.harmregistry.sources.consent.domain.Purpose;
import org.harmregistry.sources.consent.domain.Taking;

@Schema(name = "Consent", description = "What the person behind a source said of one purpose; the newest of a purpose counts.")
public record ConsentResponse(
        @Schema(minimum = "1", description = "Counts the consents of this source.") int number,
        Purpose purpose,
        ConsentState state,
        LocalDate takenOn,
        Taking takenHow,
        @Schema(description = "The last day on which it holds; absent for no last day.") LocalDate validUntil,
        @Schema(description = "The limits in words; left out of answers that may be kept for a retry, as are takenBy, notes and "
                + "reason.") String limits,
        String takenBy,
        String notes,
        String reason,
        @Schema(description = "Whether it is the newest of its purpose, which alone counts; only in lists.") Boolean counts,
        @Schema(description = "Subject of who recorded it.") String recordedBy,
        Instant recordedAt) {

    static ConsentResponse from(OpenedConsent opened) {
        return of(opened.consent(), opened.texts(), opened.counts());
    }

    /** Without what is sealed: what is kept for a retry must not hold it. */
    static ConsentResponse withoutTexts(Consent consent) {
        return of(consent, new ConsentTexts(null, null, null, null), null);
    }

    private static ConsentResponse of(Consent consent, ConsentTexts texts, Boolean counts) {
        return new ConsentResponse(consent.number(), consent.purpose(), consent.state(), consent.takenOn(), consent.takenHow(),
                consent.validUntil(), texts.limits(), texts.takenBy(), texts.notes(), texts.reason(), counts,
                consent.recordedBy(),
                consent.recordedAt());
    }
}
