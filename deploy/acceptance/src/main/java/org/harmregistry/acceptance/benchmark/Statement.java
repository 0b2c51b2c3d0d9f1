package org.harmregistry.acceptance.benchmark;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * One statement as the service sent it.
 *
 * @param sql the text, with its parameters as {@code $1}, {@code $2}, …
 * @param values the values of the parameters; {@code null} for SQL's null
 */
record Statement(String sql, List<String> values) {

    Statement {
        values = Collections.unmodifiableList(new ArrayList<>(values));
    }

    /** Reads the server's line {@code Parameters: $1 = 'it''s', $2 = NULL}. */
    static List<String> values(String detail) {
        List<String> values = new ArrayList<>();
        int at = detail == null ? -1 : detail.indexOf("$1 = ");
        while (at >= 0) {
            at = detail.indexOf(" = ", at) + 3;
            if (detail.charAt(at) != '\'') {
                values.add(null);
                at = detail.indexOf(", $", at);
            } else {
                StringBuilder value = new StringBuilder();
                for (at++; at < detail.length(); at++) {
                    if (detail.charAt(at) == '\'' && (at + 1 == detail.length() || detail.charAt(at + 1) != '\'')) {
                        break;
                    }
                    if (detail.charAt(at) == '\'') {
                        at++;
                    }
                    value.append(detail.charAt(at));
                }
                values.add(value.toString());
                at = at + 1 < detail.length() ? at + 1 : -1;
            }
        }
        return values;
    }
}
