package org.harmregistry.incidents.record;

import java.util.UUID;

import org.harmregistry.kit.http.EntityTags;

/** A record as it is answered. */
public interface RecordView {

    UUID id();

    /** From 1, one more with each change. */
    long version();

    /** The entity tag of this view of the record. */
    default String tag() {
        return EntityTags.of(version(), "public");
    }
}
