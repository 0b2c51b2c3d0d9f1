package org.harmregistry.incidents.record;

import java.util.LinkedHashMap;
import java.util.Map;

/** The columns of a row by name, as text. */
public final class Columns {

    private final Map<String, String> values = new LinkedHashMap<>();

    private Columns() {
    }

    /** The columns that every dated record has. */
    public static Columns of(DatedRecord<?> row) {
        return of("party", row.party()).and("knownOn", row.knownOn());
    }

    public static Columns of(String name, Object value) {
        return new Columns().and(name, value);
    }

    /** One more column; nothing if it is {@code null}. */
    public Columns and(String name, Object value) {
        if (value != null) {
            values.put(name, value.toString());
        }
        return this;
    }

    Map<String, String> values() {
        return values;
    }
}
