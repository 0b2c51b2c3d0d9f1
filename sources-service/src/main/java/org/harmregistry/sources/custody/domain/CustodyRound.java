package org.harmregistry.sources.custody.domain;

import java.time.Instant;
import java.util.UUID;

/**
 * How far the check of the whole register has come.
 *
 * @param number of the round, from 1
 * @param source the last source that was checked
 * @param checkpoint the last checkpoint that was checked
 * @param checked how many sources this round has checked so far
 * @param lastFinishedAt when the round before ended; {@code null} in the first
 */
public record CustodyRound(long number, UUID source, long checkpoint, long checked, Instant startedAt, Instant lastFinishedAt) {

    static final UUID BEFORE_ALL = new UUID(0, 0);

    CustodyRound movedTo(UUID lastSource, long lastCheckpoint, int more) {
        return new CustodyRound(number, lastSource, lastCheckpoint, checked + more, startedAt, lastFinishedAt);
    }

    CustodyRound next(Instant now) {
        return new CustodyRound(number + 1, BEFORE_ALL, 0, 0, now, now);
    }
}
