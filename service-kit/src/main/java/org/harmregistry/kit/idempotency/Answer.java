package org.harmregistry.kit.idempotency;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/**
 * A success that can be kept and given again.
 *
 * @param status 200, 201, 202 or 204
 * @param location address of what was made, or {@code null}
 * @param tag its entity tag, or {@code null}
 * @param body the JSON document, or {@code null}
 */
public record Answer(int status, String location, String tag, String body) {

    public Response toResponse() {
        var response = Response.status(status);
        if (location != null) {
            response.header(HttpHeaders.LOCATION, location);
        }
        if (tag != null) {
            response.header(HttpHeaders.ETAG, tag);
        }
        if (body != null) {
            response.entity(body).type(MediaType.APPLICATION_JSON);
        }
        return response.build();
    }
}
