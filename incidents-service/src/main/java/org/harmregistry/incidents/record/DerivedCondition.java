package org.harmregistry.incidents.record;

import java.util.function.Predicate;

/**
 * A condition on what is derived of records, which the database does not hold.
 *
 * @param binding what a cursor is bound to
 * @param fits whether a record as it is read meets it; {@code null} where there is no condition
 */
public record DerivedCondition<V>(String binding, Predicate<V> fits) {

    static <V> DerivedCondition<V> none() {
        return new DerivedCondition<>("", null);
    }

    /** True if all that the database finds is meant. */
    boolean isNone() {
        return fits == null;
    }

    boolean isMetBy(V view) {
        return isNone() || fits.test(view);
    }
}
