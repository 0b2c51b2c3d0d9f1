package org.harmregistry.local.loader.client;

import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * An RFC 9457 problem as the registry answers it.
 *
 * @param code stable, lower_snake_case: what a program decides by
 * @param title the kind of problem in words
 * @param detail this problem in words, may be empty
 * @param violations what is wrong where, may be empty
 */
public record Problem(String code, String title, String detail, List<Violation> violations) {

    /** @param pointer RFC 6901 pointer into what was sent */
    public record Violation(String pointer, String message) {
    }

    /** Reads a problem; a body that is none, such as a proxy's own page, becomes one with a code made of the status. */
    public static Problem of(int status, JsonNode body) {
        List<Violation> violations = new ArrayList<>();
        body.path("violations").forEach(
                violation -> violations
                        .add(new Violation(violation.path("pointer").asText(), violation.path("message").asText())));
        return new Problem(body.path("code").asText("status_" + status), body.path("title").asText(),
                body.path("detail").asText(), List.copyOf(violations));
    }

    /** One line: code, then pointers with messages, else the detail or the title. */
    public String inOneLine() {
        StringBuilder line = new StringBuilder(code);
        violations.forEach(violation -> line.append("  ").append(violation.pointer()).append(' ').append(violation.message()));
        if (violations.isEmpty()) {
            line.append("  ").append(detail.isBlank() ? title : detail);
        }
        return line.toString();
    }
}
