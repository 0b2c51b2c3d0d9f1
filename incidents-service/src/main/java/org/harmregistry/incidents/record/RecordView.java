package org.harmregistry.incidents.record;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

import org.harmregistry.kit.http.EntityTags;

/** A record as it is answered. */
public interface RecordView {

    UUID id();

    /** From 1, one more with each change. */
    long version();

    /** The effective instant of a past state that is answered by itself; {@code null} for the present and in lists. */
    default Instant asOf() {
        return null;
    }

    /** Name of the view that the record is shown in: that of everybody, today or at an instant. */
    default String viewName() {
        return asOf() == null ? "public" : "public.as-of-" + ChronoUnit.MICROS.between(Instant.EPOCH, asOf());
    }

    /** The entity tag of this view of the record. */
    default String tag() {
        return EntityTags.of(version(), viewName());
    }
}
