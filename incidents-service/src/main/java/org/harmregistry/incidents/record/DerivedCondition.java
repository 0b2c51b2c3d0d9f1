package org.harmregistry.incidents.record;

import java.util.function.Predicate;

/**
 * A condition on what is derived of records, which the database does not hold.
 *
 * @param binding what a cursor is bound to; empty where there is no condition
 * @param fits whether a record as it is read meets it
 */
record DerivedCondition<V>(String binding, Predicate<V> fits) {

    boolean isNone() {
        return binding.isEmpty();
    }
}
