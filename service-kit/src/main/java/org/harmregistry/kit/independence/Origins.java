package org.harmregistry.kit.independence;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Which sources speak with one voice: those that repeat one another, however indirectly, and those that are one publication.
 * Only what the sources that were added tell of each other is known.
 */
public final class Origins {

    private final Map<UUID, UUID> repeats = new HashMap<>();
    private final Map<Object, Object> joined = new HashMap<>();

    /**
     * Adds a source.
     *
     * @param repeated the source that it says again; {@code null} if it speaks for itself
     * @param canonicalKey the same for all records of one publication; {@code null} where nothing tells
     */
    public void add(UUID source, UUID repeated, String canonicalKey) {
        if (repeated != null) {
            repeats.put(source, repeated);
            join(source, repeated);
        }
        if (canonicalKey != null) {
            join(source, canonicalKey);
        }
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
    public Object voiceOf(UUID source) {
        return root(source);
    }

    /** Over how many hands a source has what it says; 0 if it speaks for itself. */
    public int handsOf(UUID source) {
        Set<UUID> seen = new HashSet<>();
        UUID at = source;
        while (repeats.containsKey(at) && seen.add(at)) {
            at = repeats.get(at);
        }
        return seen.size();
    }
}
