package org.harmregistry.incidents.record;

/**
 * What is written of one record, as it was sent. Its constructor holds every field to its form (400); the rules between fields
 * (422) are asked for afterwards, since preconditions are decided in between.
 */
public interface RecordContent {

    /** Refuses content that is well-formed and against a rule. */
    void check();
}
