package org.harmregistry.incidents.incident.domain;

import java.util.List;
import java.util.regex.Pattern;

import org.harmregistry.kit.problem.CommonFailure;
import org.harmregistry.kit.problem.Failure;

/** What every value asks of its parts; the pointers are relative to the value. */
final class Bounds {

    private Bounds() {
    }

    static <T> T required(T value, String pointer) {
        if (value == null) {
            throw Failure.at(CommonFailure.MISSING_FIELD, pointer, "This field is required.");
        }
        return value;
    }

    static String text(String value, int max, String pointer) {
        if (value == null) {
            return null;
        }
        if (value.isBlank()) {
            throw Failure.at(CommonFailure.INVALID_VALUE, pointer, "A blank text says nothing: leave it out.");
        }
        if (value.length() > max) {
            throw Failure.at(CommonFailure.TEXT_TOO_LONG, pointer, "At most " + max + " characters are taken here.");
        }
        return value;
    }

    static String form(String value, Pattern form, String pointer, String description) {
        if (value != null && !form.matcher(value).matches()) {
            throw Failure.at(CommonFailure.INVALID_VALUE, pointer, description);
        }
        return value;
    }

    static Integer count(Integer value, int max, String pointer) {
        if (value != null && (value < 0 || value > max)) {
            throw Failure.at(CommonFailure.INVALID_VALUE, pointer, "A whole number from 0 to " + max + " is taken here.");
        }
        return value;
    }

    /** A list without gaps; absent means empty. */
    static <T> List<T> list(List<T> values, int max, String pointer) {
        if (values == null) {
            return List.of();
        }
        if (values.size() > max) {
            throw Failure.at(IncidentFailure.LIST_TOO_LONG, pointer, "At most " + max + " entries are taken here.");
        }
        for (int i = 0; i < values.size(); i++) {
            if (values.get(i) == null) {
                throw Failure.at(CommonFailure.WRONG_TYPE, pointer + "/" + i, "null is not taken here.");
            }
        }
        return List.copyOf(values);
    }

    static List<String> texts(List<String> values, int entries, int max, String pointer) {
        List<String> texts = list(values, entries, pointer);
        for (int i = 0; i < texts.size(); i++) {
            text(texts.get(i), max, pointer + "/" + i);
        }
        return texts;
    }
}
