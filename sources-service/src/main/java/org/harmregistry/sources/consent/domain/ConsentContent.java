package org.harmregistry.sources.consent.domain;

import java.time.LocalDate;

import org.harmregistry.kit.problem.CommonFailure;
import org.harmregistry.kit.problem.Failure;
import org.harmregistry.sources.source.domain.Texts;

/**
 * What a person said of a purpose, when and to whom. Its texts are kept sealed, apart from the person's identity; they should
 * not name the person all the same.
 *
 * @param takenOn the day on which the person said it
 * @param takenHow how it was taken
 * @param validUntil the last day on which it holds; only of a limited consent
 * @param limits within which limits it holds, in words; at most 2,000 characters; a limited consent has these or a last day
 * @param takenBy who took it; at most 300 characters
 * @param notes anything else that belongs to it; at most 5,000 characters; may be absent
 * @param reason why it is recorded; at most 2,000 characters
 */
public record ConsentContent(Purpose purpose, ConsentState state, LocalDate takenOn, Taking takenHow, LocalDate validUntil,
        String limits, String takenBy, String notes, String reason) {

    public ConsentContent {
        required(purpose, "/purpose");
        required(state, "/state");
        required(takenOn, "/takenOn");
        required(takenHow, "/takenHow");
        Texts.bounded(limits, 2_000, "/limits");
        Texts.required(takenBy, 300, "/takenBy");
        Texts.bounded(notes, 5_000, "/notes");
        Texts.required(reason, 2_000, "/reason");
        fourDigits(takenOn, "/takenOn");
        fourDigits(validUntil, "/validUntil");
        if (state == ConsentState.LIMITED && validUntil == null && limits == null) {
            throw Failure.at(ConsentFailure.LIMITS_MISSING, "/limits", "Say the limits in words, or the last day.");
        }
        if (state != ConsentState.LIMITED && (validUntil != null || limits != null)) {
            throw Failure.at(ConsentFailure.LIMITS_WITHOUT_LIMITED, limits == null ? "/validUntil" : "/limits",
                    "Only a limited consent has limits.");
        }
        if (validUntil != null && validUntil.isBefore(takenOn)) {
            throw Failure.at(CommonFailure.RANGE_INVERTED, "/validUntil", "The last day is before the consent was taken.");
        }
    }

    private static void required(Object value, String pointer) {
        if (value == null) {
            throw Failure.at(CommonFailure.MISSING_FIELD, pointer, "This field is required.");
        }
    }

    private static void fourDigits(LocalDate date, String pointer) {
        if (date != null && (date.getYear() < 1900 || date.getYear() > 2999)) {
            throw Failure.at(CommonFailure.INVALID_DATE, pointer, "A year from 1900 to 2999 is taken here.");
        }
    }

    ConsentTexts texts() {
        return new ConsentTexts(limits, takenBy, notes, reason);
    }
}
