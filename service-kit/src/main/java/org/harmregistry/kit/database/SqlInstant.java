package org.harmregistry.kit.database;

import java.time.Instant;
import java.time.OffsetDateTime;

/** An instant in a row of a native query, which the driver gives in one of two types. */
public final class SqlInstant {

    private SqlInstant() {
    }

    /** @return {@code null} for {@code null} */
    public static Instant of(Object value) {
        return value instanceof OffsetDateTime time ? time.toInstant() : (Instant) value;
    }
}
