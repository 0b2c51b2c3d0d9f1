package org.harmregistry.kit.history;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * Where a reader stands in a feed. It names the row last read by its position and its time: a database that was restored has
 * lost that row, or has put another in its place, and the reader must begin again.
 *
 * @param epoch of the feed
 * @param position of the row last read; 0 at the beginning
 * @param changedAt of that row, in microseconds since 1970; 0 at the beginning
 */
record FeedCursor(String epoch, long position, long changedAt) {

    static FeedCursor beginning(String epoch) {
        return new FeedCursor(epoch, 0, 0);
    }

    static FeedCursor of(List<String> values) {
        return new FeedCursor(values.get(0), Long.parseLong(values.get(1)), Long.parseLong(values.get(2)));
    }

    FeedCursor at(FeedRow row) {
        return new FeedCursor(epoch, row.position(), micros(row.changedAt()));
    }

    List<String> values() {
        return List.of(epoch, Long.toString(position), Long.toString(changedAt));
    }

    /**
     * True if the feed still has the row.
     *
     * @param found the time of the row that stands there now; {@code null} if there is none
     */
    boolean stands(String currentEpoch, Instant found) {
        return epoch.equals(currentEpoch) && (position == 0 || found != null && micros(found) == changedAt);
    }

    private static long micros(Instant instant) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
    }
}
