package org.harmregistry.local.gateway;

import java.util.Locale;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;

/** The answers that the gateway gives itself (RFC 9457), with the codes of the API. */
enum Problem {

    MALFORMED_PATH(400, "The path is malformed",
            "A path may not hold ';', '\\', encoded slashes or other encoded separators, nor empty or dot segments."),
    MALFORMED_REQUEST(400, "The request is malformed",
            "Say one host, name each header, and frame the body by one length or whole chunks."),
    NOT_FOUND(404, "There is nothing here", "No part of the registry answers for this path."),
    UPSTREAM_UNAVAILABLE(503, "A part of the registry is unavailable",
            "The part of the registry that answers for this path does not respond. Try again in a few seconds.");

    static final String MEDIA_TYPE = "application/problem+json";
    static final String RETRY_AFTER_SECONDS = "2";

    private final int status;
    private final String title;
    private final String detail;

    Problem(int status, String title, String detail) {
        this.status = status;
        this.title = title;
        this.detail = detail;
    }

    int status() {
        return status;
    }

    Buffer body(String target, String requestId) {
        String code = name().toLowerCase(Locale.ROOT);
        return new JsonObject().put("type", "/problems/" + code).put("title", title).put("status", status)
                .put("detail", detail).put("instance", target.split("\\?", 2)[0]).put("code", code).put("traceId", requestId)
                .toBuffer();
    }

    /** Answers a request after which nobody knows where the next one begins. */
    void answerLast(HttpServerRequest request, String requestId) {
        request.response().putHeader("Connection", "close").endHandler(sent -> request.connection().close());
        answer(request, requestId);
    }

    /** Answers a request that goes no further; what is left of its body is read and dropped. */
    void answer(HttpServerRequest request, String requestId) {
        Buffer body = body(request.uri(), requestId);
        request.response().setStatusCode(status).putHeader("Content-Type", MEDIA_TYPE)
                .putHeader(Gateway.REQUEST_ID, requestId);
        if (request.method().equals(HttpMethod.HEAD)) {
            request.response().putHeader("Content-Length", String.valueOf(body.length())).end();
        } else {
            request.response().end(body);
        }
        request.resume();
    }
}
