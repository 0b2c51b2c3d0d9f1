package org.harmregistry.incidents.record;

import java.time.Instant;

/**
 * A stored record with its content read.
 *
 * @param row the row
 * @param content its content
 * @param asOf the instant of a past state that is answered by itself; {@code null} for the present and in lists
 */
public record Kept<C, R>(R row, C content, Instant asOf) {

    /** A record of the present, or of a list. */
    public Kept(R row, C content) {
        this(row, content, null);
    }
}
