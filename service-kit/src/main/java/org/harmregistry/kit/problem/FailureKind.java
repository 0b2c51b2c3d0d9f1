package org.harmregistry.kit.problem;

/**
 * What a failure means to a client, and so its HTTP status. The order of the constants is the order in which failures are
 * decided when several apply.
 */
public enum FailureKind {
    UNAUTHENTICATED(401),
    NOT_FOUND(404),
    FORBIDDEN(403),
    METHOD_NOT_ALLOWED(405),
    NOT_ACCEPTABLE(406),
    UNSUPPORTED_MEDIA_TYPE(415),
    MALFORMED(400),
    LENGTH_REQUIRED(411),
    PRECONDITION_REQUIRED(428),
    PRECONDITION_FAILED(412),
    CONFLICT(409),
    AGAINST_RULE(422),
    GONE(410),
    TOO_LARGE(413),
    RANGE_NOT_SATISFIABLE(416),
    /** As tus 1.0 numbers it: the bytes of this request are not those that the sender meant. */
    CHECKSUM_MISMATCH(460),
    TOO_MANY_REQUESTS(429),
    UNAVAILABLE(503),
    INSUFFICIENT_STORAGE(507),
    UNEXPECTED(500);

    private final int status;

    FailureKind(int status) {
        this.status = status;
    }

    public int status() {
        return status;
    }

    /** Whether the same may succeed later without anybody changing what is asked for. */
    public boolean mendsItself() {
        return this == UNAVAILABLE || this == INSUFFICIENT_STORAGE || this == UNEXPECTED;
    }
}
