package org.harmregistry.sources.source.domain;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

import jakarta.enterprise.context.ApplicationScoped;

import org.harmregistry.kit.problem.Failure;

/** The rules that a content alone cannot tell. */
@ApplicationScoped
public class SourceRules {

    /** How far ahead a clock in the field may go. */
    private static final Duration SKEW = Duration.ofMinutes(15);
    /** Where the day begins first. */
    private static final ZoneOffset EASTERNMOST = ZoneOffset.ofHours(14);

    private final Clock clock;

    public SourceRules(Clock clock) {
        this.clock = clock;
    }

    /** @throws Failure 422 if something is said to have happened that cannot have happened yet, anywhere on Earth */
    public void check(SourceContent content) {
        Instant latest = clock.instant().plus(SKEW);
        LocalDate today = latest.atOffset(EASTERNMOST).toLocalDate();
        notAfter(today, content.publishedOn() == null ? null : content.publishedOn().date(), "/publishedOn/date");
        notAfter(today, content.interview() == null ? null : content.interview().heldOn(), "/interview/heldOn");
        notAfter(today, content.siteVisit() == null ? null : content.siteVisit().visitedOn(), "/siteVisit/visitedOn");
        notAfter(today, content.letter() == null ? null : content.letter().receivedOn(), "/letter/receivedOn");
        if (content.imagery() != null) {
            notAfter(today, takenOn(content.imagery().before()), "/imagery/before/takenOn");
            notAfter(today, takenOn(content.imagery().after()), "/imagery/after/takenOn");
        }
        Instant seen = content.post() == null ? null : content.post().firstSeen();
        if (seen != null && seen.isAfter(latest)) {
            throw inFuture("/post/firstSeen");
        }
    }

    private static LocalDate takenOn(Scene scene) {
        return scene == null ? null : scene.takenOn();
    }

    private static void notAfter(LocalDate today, LocalDate date, String pointer) {
        if (date != null && date.isAfter(today)) {
            throw inFuture(pointer);
        }
    }

    private static Failure inFuture(String pointer) {
        return Failure.at(SourceFailure.DATE_IN_FUTURE, pointer, "This lies in the future.");
    }
}
