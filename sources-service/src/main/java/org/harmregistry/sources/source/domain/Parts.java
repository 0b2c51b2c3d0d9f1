package org.harmregistry.sources.source.domain;

import java.time.LocalDate;
import java.util.List;

import org.harmregistry.kit.problem.CommonFailure;
import org.harmregistry.kit.problem.Failure;

/** What every part of a source asks of its members; the pointers are relative to the part. */
final class Parts {

    private Parts() {
    }

    /** A part without members would say nothing, and would not survive an export as CSV. */
    static void requireSome(Object... members) {
        for (Object member : members) {
            if (member != null) {
                return;
            }
        }
        throw Failure.at(CommonFailure.MISSING_FIELD, "", "Give at least one member of this part, or leave the part out.");
    }

    static void number(Integer value, int min, int max, String pointer) {
        if (value != null && (value < min || value > max)) {
            throw Failure.at(CommonFailure.INVALID_VALUE, pointer, "A whole number from " + min + " to " + max
                    + " is taken here.");
        }
    }

    static void number(Double value, double min, double max, String pointer) {
        // Written so that NaN, too, is refused.
        if (value != null && !(value >= min && value <= max)) {
            throw Failure.at(CommonFailure.INVALID_VALUE, pointer, "A number from " + min + " to " + max + " is taken here.");
        }
    }

    static void date(LocalDate date, String pointer) {
        if (date != null && (date.getYear() < 1 || date.getYear() > 9999)) {
            throw Failure.at(CommonFailure.INVALID_DATE, pointer, "The year has four digits.");
        }
    }

    static <T> List<T> list(List<T> values, int max, String pointer) {
        if (values == null || values.isEmpty()) {
            return null;
        }
        if (values.size() > max) {
            throw Failure.at(CommonFailure.INVALID_VALUE, pointer, "At most " + max + " entries are taken here.");
        }
        for (int i = 0; i < values.size(); i++) {
            if (values.get(i) == null) {
                throw Failure.at(CommonFailure.WRONG_TYPE, pointer + "/" + i, "null is not taken in this list.");
            }
        }
        return List.copyOf(values);
    }
}
