package org.harmregistry.kit.problem;

import static org.harmregistry.kit.problem.FailureKind.AGAINST_RULE;
import static org.harmregistry.kit.problem.FailureKind.CONFLICT;
import static org.harmregistry.kit.problem.FailureKind.GONE;
import static org.harmregistry.kit.problem.FailureKind.MALFORMED;
import static org.harmregistry.kit.problem.FailureKind.PRECONDITION_FAILED;
import static org.harmregistry.kit.problem.FailureKind.UNAVAILABLE;

/** The failures that mean the same in every service. */
public enum CommonFailure implements FailureCode {
    UNAUTHENTICATED(FailureKind.UNAUTHENTICATED, "A valid bearer token is needed"),
    FORBIDDEN(FailureKind.FORBIDDEN, "Your role does not allow this"),
    NOT_FOUND(FailureKind.NOT_FOUND, "There is nothing here that you may see"),
    METHOD_NOT_ALLOWED(FailureKind.METHOD_NOT_ALLOWED, "This address does not take that method"),
    NOT_ACCEPTABLE(FailureKind.NOT_ACCEPTABLE, "None of the accepted formats is offered here"),
    UNSUPPORTED_MEDIA_TYPE(FailureKind.UNSUPPORTED_MEDIA_TYPE, "The body's media type is not taken here"),
    LENGTH_REQUIRED(FailureKind.LENGTH_REQUIRED, "A JSON body must say its length"),
    BODY_TOO_LARGE(FailureKind.TOO_LARGE, "The body is larger than this operation takes"),
    MALFORMED_REQUEST(MALFORMED, "The request is malformed"),
    INVALID_JSON(MALFORMED, "The body is not well-formed JSON"),
    DUPLICATE_KEY(MALFORMED, "A JSON object names the same member twice"),
    UNKNOWN_FIELD(MALFORMED, "The body holds a field that is not known here"),
    READ_ONLY_FIELD(MALFORMED, "The body sets a field that only the registry sets"),
    WRONG_TYPE(MALFORMED, "A field has a value of the wrong type"),
    INVALID_TEXT(MALFORMED, "A text holds characters that cannot be stored"),
    MISSING_FIELD(MALFORMED, "A required field is missing"),
    INVALID_VALUE(MALFORMED, "A value is not in the form or list that is taken here"),
    INVALID_DATE(MALFORMED, "A date does not exist or is not in ISO 8601 form"),
    UNKNOWN_PARAMETER(MALFORMED, "A query parameter is not known here"),
    REPEATED_PARAMETER(MALFORMED, "A query parameter is given twice"),
    INVALID_PARAMETER(MALFORMED, "A query parameter has a value that is not taken here"),
    LIMIT_OUT_OF_RANGE(MALFORMED, "limit is a whole number from 1 to 200"),
    INVALID_CURSOR(MALFORMED, "The cursor was not made here, or for another query"),
    RANGE_INVERTED(AGAINST_RULE, "A range ends before it begins"),
    TEXT_TOO_LONG(AGAINST_RULE, "A text is longer than is taken here"),
    PRECONDITION_REQUIRED(FailureKind.PRECONDITION_REQUIRED, "This change needs a precondition"),
    VERSION_STALE(PRECONDITION_FAILED, "The record has changed since the version you name"),
    ALREADY_CREATED(PRECONDITION_FAILED, "You have already created this record with this content"),
    ID_TAKEN(PRECONDITION_FAILED, "A record with this id and another content exists"),
    ID_NOT_AVAILABLE(CONFLICT, "This id cannot be used"),
    CONFLICT_WITH_STATE(CONFLICT, "The record's state does not allow this"),
    IDEMPOTENCY_KEY_REUSED(AGAINST_RULE, "The idempotency key was used for another body"),
    IDEMPOTENCY_KEY_INVALID(MALFORMED, "An idempotency key has 1 to 200 visible ASCII characters"),
    IDEMPOTENCY_IN_PROGRESS(CONFLICT, "The first request with this idempotency key is still running"),
    CURSOR_EXPIRED(GONE, "The feed has begun anew: start again without a cursor"),
    TOO_MANY_REQUESTS(FailureKind.TOO_MANY_REQUESTS, "Too many requests"),
    OVERLOADED(UNAVAILABLE, "The service is busy"),
    DATABASE_UNAVAILABLE(UNAVAILABLE, "The register cannot be reached for the moment"),
    ARCHIVE_UNAVAILABLE(UNAVAILABLE, "The archive cannot be reached for the moment"),
    NEIGHBOUR_UNAVAILABLE(UNAVAILABLE, "Another service of the registry cannot be reached for the moment"),
    UNEXPECTED(FailureKind.UNEXPECTED, "Something went wrong on our side");

    private final FailureKind kind;
    private final String title;

    CommonFailure(FailureKind kind, String title) {
        this.kind = kind;
        this.title = title;
    }

    @Override
    public FailureKind kind() {
        return kind;
    }

    @Override
    public String title() {
        return title;
    }
}
