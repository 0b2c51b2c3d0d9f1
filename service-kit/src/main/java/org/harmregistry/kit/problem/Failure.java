package org.harmregistry.kit.problem;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The one exception of the domain: a stable code, what happened this time, and where. */
public final class Failure extends RuntimeException {

    private final FailureCode code;
    private final List<Violation> violations;
    private final Map<String, String> headers = new LinkedHashMap<>();

    private Failure(FailureCode code, String detail, List<Violation> violations) {
        // A failure is an answer, not an accident: no stack trace, and cheap to make.
        super(detail, null, false, false);
        this.code = code;
        this.violations = violations;
        if (code.kind() == FailureKind.UNAVAILABLE) {
            headers.put("Retry-After", "2");
        }
    }

    public static Failure of(FailureCode code) {
        return new Failure(code, code.title(), List.of());
    }

    public static Failure of(FailureCode code, String detail) {
        return new Failure(code, detail, List.of());
    }

    /** A failure at several places. */
    public static Failure of(FailureCode code, List<Violation> violations) {
        return new Failure(code, code.title(), List.copyOf(violations));
    }

    /** A failure at one place of the request. */
    public static Failure at(FailureCode code, String pointer, String message) {
        return new Failure(code, message, List.of(new Violation(pointer, message)));
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
        var failure = new Failure(code, getMessage(), moved);
        failure.headers.putAll(headers);
        return failure;
    }

    public FailureCode code() {
        return code;
    }

    public List<Violation> violations() {
        return violations;
    }

    public Map<String, String> headers() {
        return Map.copyOf(headers);
    }
}
