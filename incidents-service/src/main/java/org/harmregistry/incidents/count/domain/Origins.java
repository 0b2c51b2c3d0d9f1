package org.harmregistry.incidents.count.domain;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Which sources speak with one voice: those that repeat one another, however indirectly, and those that are one publication.
 */
final class Origins {

    private final Map<UUID, UUID> repeats = new HashMap<>();
    private final Map<Object, Object> joined = new HashMap<>();

    Origins(List<Claim> claims) {
        claims.forEach(claim -> {
            if (claim.standing().repeats() != null) {
                repeats.put(claim.source(), claim.standing().repeats());
                join(claim.source(), claim.standing().repeats());
            }
            if (claim.standing().canonicalKey() != null) {
                join(claim.source(), claim.standing().canonicalKey());
            }
        });
    }

    private void join(Object one, Object other) {
        Object first = root(one);
        Object second = root(other);
        if (!first.equals(second)) {
            joined.put(first, second);
        }
    }

    private Object root(Object of) {
        Object at = of;
        while (joined.containsKey(at)) {
            at = joined.get(at);
        }
        return at;
    }

    /** Equal for all sources that speak with one voice. */
    Object voiceOf(UUID source) {
        return root(source);
    }

    /** Over how many hands a source has what it says; 0 if it speaks for itself. */
    int handsOf(UUID source) {
        Set<UUID> seen = new HashSet<>();
        UUID at = source;
        while (repeats.containsKey(at) && seen.add(at)) {
            at = repeats.get(at);
        }
        return seen.size();
    }
}
