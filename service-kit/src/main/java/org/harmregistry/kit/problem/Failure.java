package org.harmregistry.kit.problem;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The one exception of the domain: a stable code, what happened this time, and where. */
public final class Failure extends RuntimeException {

    private final FailureCode code;
    private final List<Violation> violations;
    private final String origin;
    private final Map<String, String> headers = new LinkedHashMap<>();

    private Failure(FailureCode code, String detail, List<Violation> violations, String origin, Throwable cause) {
        // A failure is an answer, not an accident: no stack trace, and cheap to make.
        super(detail, cause, false, false);
        this.code = code;
        this.violations = violations;
        this.origin = origin;
        if (code.kind() == FailureKind.UNAVAILABLE) {
            headers.put("Retry-After", "2");
        }
    }

    public static Failure of(FailureCode code) {
        return new Failure(code, code.title(), List.of(), null, null);
    }

    public static Failure of(FailureCode code, String detail) {
        return new Failure(code, detail, List.of(), null, null);
    }

    /** A failure at several places. */
    public static Failure of(FailureCode code, List<Violation> violations) {
        return new Failure(code, code.title(), List.copyOf(violations), null, null);
    }

    /** A failure at one place of the request. */
    public static Failure at(FailureCode code, String pointer, String message) {
        return new Failure(code, message, List.of(new Violation(pointer, message)), null, null);
    }

    /** A failure at a query parameter. */
    public static Failure atParameter(FailureCode code, String name, String message) {
        return at(code, "?" + name, message);
    }

    /** The same failure with a response header, such as {@code ETag} or {@code Retry-After}. */
    public Failure with(String header, String value) {
        headers.put(header, value);
        return this;
    }

    /** The same failure, its pointers set below the given one. */
    public Failure below(String pointer) {
        var moved = violations.stream().map(v -> new Violation(pointer + v.pointer(), v.message())).toList();
        return withHeaders(new Failure(code, getMessage(), moved, origin, getCause()));
    }

    /**
     * The same failure, for the operator's log with where it comes from; neither is ever part of an answer.
     *
     * @param origin a code or a time, such as {@code SQLSTATE 57P03}, and nothing that may hold data
     * @param cause may be {@code null}
     */
    public Failure because(String origin, Throwable cause) {
        return withHeaders(new Failure(code, getMessage(), violations, origin, cause));
    }

    private Failure withHeaders(Failure copy) {
        copy.headers.putAll(headers);
        return copy;
    }

    public FailureCode code() {
        return code;
    }

    public List<Violation> violations() {
        return violations;
    }

    /** Where it comes from, for a log; {@code null} where the code says it all. */
    public String origin() {
        return origin;
    }

    public Map<String, String> headers() {
        return Map.copyOf(headers);
    }
}
