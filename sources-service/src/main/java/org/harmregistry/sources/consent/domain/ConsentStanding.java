package org.harmregistry.sources.consent.domain;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

import org.harmregistry.sources.source.domain.Allowance;

/** What the newest consents of each purpose allow together. */
final class ConsentStanding {

    private ConsentStanding() {
    }

    /**
     * Published may be what the person lets be published in one way or the other. Kept only is what the person lets be kept and
     * nothing else, and whatever analysis, or keeping itself, was withdrawn of. What nobody was asked yet is no withdrawal.
     */
    static Allowance of(List<Consent> newest, LocalDate today) {
        List<Consent> publishing = newest.stream().filter(each -> each.purpose().isPublication()).toList();
        List<Consent> allowing = publishing.stream().filter(each -> each.allows(today)).toList();
        if (publishing.isEmpty()) {
            return new Allowance(null, null, isKeptOnly(newest));
        }
        return new Allowance(!allowing.isEmpty(), lastDay(allowing), isKeptOnly(newest));
    }

    private static boolean isKeptOnly(List<Consent> newest) {
        Map<Purpose, Boolean> withdrawn = newest.stream()
                .collect(Collectors.toMap(Consent::purpose, each -> each.state() == ConsentState.WITHDRAWN));
        boolean kept = Boolean.FALSE.equals(withdrawn.get(Purpose.KEEP_ONLY));
        boolean more = withdrawn.entrySet().stream().anyMatch(each -> each.getKey() != Purpose.KEEP_ONLY && !each.getValue());
        return withdrawn.getOrDefault(Purpose.ANALYSIS, false) || withdrawn.getOrDefault(Purpose.KEEP_ONLY, false)
                || kept && !more;
    }

    /** The last day on which one of them allows it; {@code null} if there is no last day. */
    private static LocalDate lastDay(List<Consent> allowing) {
        boolean open = allowing.stream().anyMatch(each -> each.validUntil() == null);
        return open ? null
                : allowing.stream().map(Consent::validUntil).filter(Objects::nonNull).max(Comparator.naturalOrder())
                        .orElse(null);
    }
}
