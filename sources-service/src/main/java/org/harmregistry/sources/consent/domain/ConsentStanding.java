package org.harmregistry.sources.consent.domain;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

import org.harmregistry.sources.source.domain.Allowance;

/** What the newest consents of each purpose allow together. */
final class ConsentStanding {

    private ConsentStanding() {
    }

    /**
     * Published may be what the person lets be published in one way or the other. Staff reads as long as analysis, and keeping
     * itself, was not withdrawn: a consent that nobody asked for yet is no withdrawal.
     */
    static Allowance of(List<Consent> newest, LocalDate today) {
        List<Consent> publishing = newest.stream().filter(each -> each.purpose().isPublication()).toList();
        List<Consent> allowing = publishing.stream().filter(each -> each.allows(today)).toList();
        boolean keptOnly = newest.stream()
                .anyMatch(each -> (each.purpose() == Purpose.ANALYSIS || each.purpose() == Purpose.KEEP_ONLY)
                        && each.state() == ConsentState.WITHDRAWN);
        if (publishing.isEmpty()) {
            return new Allowance(null, null, keptOnly);
        }
        return new Allowance(!allowing.isEmpty(), lastDay(allowing), keptOnly);
    }

    /** The last day on which one of them allows it; {@code null} if there is no last day. */
    private static LocalDate lastDay(List<Consent> allowing) {
        boolean open = allowing.stream().anyMatch(each -> each.validUntil() == null);
        return open ? null
                : allowing.stream().map(Consent::validUntil).filter(Objects::nonNull).max(Comparator.naturalOrder())
                        .orElse(null);
    }
}
