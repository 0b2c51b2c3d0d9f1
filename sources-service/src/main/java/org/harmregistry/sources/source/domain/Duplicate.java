package org.harmregistry.sources.source.domain;

import java.util.UUID;

/**
 * A source that may be the same publication; named, never merged by machine.
 *
 * @param source the other source
 * @param score from 0 to 1, 1 being certain by the rule applied
 * @param reason the rule applied
 */
public record Duplicate(UUID source, double score, String reason) {

    static Duplicate bySameKey(Source other) {
        return new Duplicate(other.id(), 1.0, "same_canonical_key");
    }
}
