package org.harmregistry.reports.log.store;

import java.time.Instant;
import java.time.OffsetDateTime;

/** An instant in a row of a native query, which the driver gives in one of two types. */
final class SqlInstant {

    private SqlInstant() {
    }

    static Instant of(Object value) {
        return value instanceof OffsetDateTime time ? time.toInstant() : (Instant) value;
    }
}
