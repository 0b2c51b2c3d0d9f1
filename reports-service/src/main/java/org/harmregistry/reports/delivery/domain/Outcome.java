package org.harmregistry.reports.delivery.domain;

import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonValue;

/** How an attempt ended. */
public enum Outcome {
    /** The receiver took it. */
    DELIVERED,
    /** The receiver answered with a status that is no success. */
    REFUSED,
    /** The receiver sent us elsewhere; nothing is followed. */
    REDIRECTED,
    /** The receiver wants nothing any more: 410. */
    GONE,
    /** No answer within the time for one call. */
    TIMED_OUT,
    /** No connection, no name, or no TLS. */
    UNREACHABLE,
    /** The receiver's certificate is not trusted, has expired, or is for another name; nothing was sent. */
    CERTIFICATE_REFUSED,
    /** The address is not one that is reached from here. */
    ADDRESS_NOT_ALLOWED,
    /** The service no longer has the key that the secret is derived from. */
    KEY_MISSING;

    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
