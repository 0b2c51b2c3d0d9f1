package org.harmregistry.kit.http;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.harmregistry.kit.problem.CommonFailure;

import io.opentelemetry.api.trace.Span;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;

/**
 * Refuses what two programs in a row could read differently (RFC 9112: 3.2, 5.1 and 6.1): a transfer coding other than chunked,
 * several hosts, a header without a name. The connection ends with the answer, as nobody knows where the next request begins.
 */
@ApplicationScoped
public class RequestSyntax {

    /** Behind what notes where requests come in, before all that reads them. */
    private static final int PRIORITY = 900;
    private static final String CHUNKED = "chunked";

    void watch(@Observes Filters filters) {
        filters.register(this::check, PRIORITY);
    }

    void check(RoutingContext request) {
        if (isSound(request.request().headers())) {
            request.next();
        } else {
            refuse(request);
        }
    }

    private static boolean isSound(MultiMap headers) {
        List<String> codings = headers.getAll(HttpHeaders.TRANSFER_ENCODING);
        boolean framed = codings.isEmpty() || codings.size() == 1 && codings.get(0).equalsIgnoreCase(CHUNKED);
        return framed && headers.getAll(HttpHeaders.HOST).size() <= 1 && !headers.contains("");
    }

    private static void refuse(RoutingContext request) {
        CommonFailure code = CommonFailure.MALFORMED_REQUEST;
        JsonObject problem = new JsonObject().put("type", "/problems/" + code.code()).put("title", code.title())
                .put("status", code.kind().status())
                .put("detail", "Say one host, name each header, and frame the body by one length or whole chunks.")
                .put("instance", request.normalizedPath()).put("code", code.code())
                .put("traceId", Span.current().getSpanContext().getTraceId());
        HttpServerResponse response = request.response().setStatusCode(code.kind().status())
                .putHeader(HttpHeaders.CONTENT_TYPE, "application/problem+json").putHeader(HttpHeaders.CONNECTION, "close");
        response.endHandler(sent -> request.request().connection().close());
        response.end(problem.toBuffer());
    }
}
