package org.harmregistry.incidents.duplicate.domain;

import java.util.UUID;

/**
 * Two records, in whichever order they were named.
 *
 * @param first the one whose id is lower, as text
 * @param second the other
 */
public record RecordPair(UUID first, UUID second) {

    /** Ordered as the database orders ids; Java's own order takes their halves for signed numbers. */
    public static RecordPair of(UUID one, UUID other) {
        return one.toString().compareTo(other.toString()) < 0 ? new RecordPair(one, other) : new RecordPair(other, one);
    }

    /** The record of the pair that is not this one. */
    public UUID besides(UUID one) {
        return first.equals(one) ? second : first;
    }
}
