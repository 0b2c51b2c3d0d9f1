package org.harmregistry.incidents.record;

import java.util.List;

/**
 * What is written of one record, as it was sent. Its constructor holds every field to its form (400); the rules between fields
 * (422) are asked for afterwards, since preconditions are decided in between.
 */
public interface RecordContent {

    /** Refuses content that is well-formed and against a rule. */
    void check();

    /** The ids of the same thing in other systems; none for what is never found by one. */
    default List<ExternalId> externalIds() {
        return List.of();
    }
}
