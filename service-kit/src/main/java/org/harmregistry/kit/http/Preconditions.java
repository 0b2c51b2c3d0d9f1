package org.harmregistry.kit.http;

import java.util.function.Supplier;

import jakarta.ws.rs.core.HttpHeaders;

import org.harmregistry.kit.problem.CommonFailure;
import org.harmregistry.kit.problem.Failure;
import org.harmregistry.kit.problem.FailureKind;

/** Conditional requests (RFC 9110, 13): what a write must say about the version it builds on. */
public final class Preconditions {

    private Preconditions() {
    }

    /**
     * A change of an existing record.
     *
     * @throws Failure 428 without {@code If-Match}, 412 if it does not name the current tag, which the answer then carries
     */
    public static void requireMatch(String ifMatch, String currentTag) {
        if (ifMatch == null || ifMatch.isBlank()) {
            throw Failure.at(CommonFailure.PRECONDITION_REQUIRED, "#If-Match", "Send If-Match with the record's ETag.")
                    .with(HttpHeaders.ETAG, currentTag);
        }
        if (!EntityTags.names(ifMatch, currentTag)) {
            throw Failure.at(CommonFailure.VERSION_STALE, "#If-Match", "The record's current ETag is " + currentTag + ".")
                    .with(HttpHeaders.ETAG, currentTag);
        }
    }

    /**
     * A creation under an id of the client's own.
     *
     * @throws Failure 428 unless {@code If-None-Match: *} is sent
     */
    public static void requireCreation(String ifNoneMatch) {
        if (ifNoneMatch == null || !ifNoneMatch.trim().equals("*")) {
            throw Failure.at(CommonFailure.PRECONDITION_REQUIRED, "#If-None-Match",
                    "PUT only creates: send If-None-Match: *. A record is changed by PATCH.");
        }
    }

    /**
     * Reads a body under a condition, in the order of refusals: what is malformed, then the condition, then what is against a
     * rule.
     */
    public static <T> T under(Runnable condition, Supplier<T> body) {
        T read;
        try {
            read = body.get();
        } catch (Failure failure) {
            if (failure.code().kind() == FailureKind.AGAINST_RULE) {
                condition.run();
            }
            throw failure;
        }
        condition.run();
        return read;
    }

    /** True if a reader already holds the current version. */
    public static boolean isNotModified(String ifNoneMatch, String currentTag) {
        return ifNoneMatch != null && EntityTags.namesWeakly(ifNoneMatch, currentTag);
    }
}
