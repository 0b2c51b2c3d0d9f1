package org.harmregistry.incidents.count.domain;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

import org.harmregistry.incidents.incident.domain.CasualtyRange;

/** Claims as tests need them. */
final class Claims {

    private static final AtomicLong NEXT = new AtomicLong();

    private Claims() {
    }

    static UUID id() {
        return new UUID(7, NEXT.incrementAndGet());
    }

    static CasualtyRange range(Integer min, Integer max) {
        return new CasualtyRange(min, max);
    }

    static ClaimedHarm civilians(Integer min, Integer max) {
        return new ClaimedHarm(null, range(min, max), null, null, null, null);
    }

    static ClaimedHarm words(String words) {
        return new ClaimedHarm(null, null, null, null, null, words);
    }

    static Claim killed(ClaimedHarm killed) {
        return killed(id(), killed, SourceStanding.UNJUDGED);
    }

    static Claim killed(UUID source, ClaimedHarm killed, SourceStanding standing) {
        return new Claim(id(), 1, source, ClaimStance.SUPPORTS, killed, null, List.of(), standing);
    }

    static Claim naming(ClaimedHarm killed, String... names) {
        return new Claim(id(), 1, id(), ClaimStance.SUPPORTS, killed, null, List.of(names), SourceStanding.UNJUDGED);
    }

    static SourceStanding judged(String reliability, Integer credibility) {
        return new SourceStanding(null, null, reliability, credibility);
    }

    static SourceStanding repeating(UUID source) {
        return new SourceStanding(source, null, null, null);
    }

    static CasualtyRange civiliansKilled(Derivation derivation) {
        return derivation.killed() == null ? null : derivation.killed().civilians();
    }
}
