package org.harmregistry.incidents.record;

import java.time.LocalDate;

/** A stored record that the world could know from a certain day on. */
public interface DatedRecord<C> extends StoredRecord<C> {

    /** The first day on which the world could know it; {@link KnownDay#NEVER} if no such day is known. */
    LocalDate knownOn();
}
