package org.harmregistry.reports.delivery.store;

import java.time.Instant;
import java.time.OffsetDateTime;

/** Instants as the driver hands them out. */
final class SqlTime {

    private SqlTime() {
    }

    /** {@code null} for none. */
    static Instant of(Object value) {
        return value instanceof OffsetDateTime time ? time.toInstant() : (Instant) value;
    }
}
