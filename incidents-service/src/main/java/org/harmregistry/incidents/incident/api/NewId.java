package org.harmregistry.incidents.incident.api;

import java.util.UUID;

import org.harmregistry.kit.problem.CommonFailure;
import org.harmregistry.kit.problem.Failure;

/**
 * An id that a client brings for a record of its own.
 */
record NewId(UUID value) {

    static NewId of(String text) {
        if (!text.matches("[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}")) {
            throw Failure.at(CommonFailure.INVALID_VALUE, "/id", "An id is a UUID (RFC 9562) in lower case.");
        }
        return new NewId(UUID.fromString(text));
    }
}
