package org.harmregistry.kit.http;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Set;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;

import org.harmregistry.kit.problem.CommonFailure;
import org.harmregistry.kit.problem.Failure;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

import io.vertx.core.http.HttpServerRequest;

/**
 * Holds JSON bodies, which are read whole, to 1 MiB. They must say their length, so that nothing has to be read to refuse them;
 * bodies that are streamed (NDJSON, CSV, files) have limits of their own.
 */
public class BodyLimit {

    private static final Set<String> BODIES = Set.of("POST", "PUT", "PATCH");
    public static final long MAX_JSON_BYTES = 1_048_576;

    @ServerRequestFilter
    public void refuseLargeJson(ResourceInfo resource, ContainerRequestContext request) {
        MediaType type = request.getMediaType();
        if (!BODIES.contains(request.getMethod()) || type == null || isStreamed(resource.getResourceMethod())
                || !(type.getSubtype().equals("json") || type.getSubtype().endsWith("+json"))) {
            return;
        }
        String length = request.getHeaderString(HttpHeaders.CONTENT_LENGTH);
        if (length == null) {
            throw Failure.at(CommonFailure.LENGTH_REQUIRED, "#Content-Length", "Send Content-Length with a JSON body.");
        }
        if (!length.matches("\\d{1,9}") || Long.parseLong(length) > MAX_JSON_BYTES) {
            throw Failure.at(CommonFailure.BODY_TOO_LARGE, "#Content-Length", "A JSON body has at most 1 MiB.");
        }
    }

    /** A file may be JSON as well; who takes files reads them as {@link StreamedBody}. */
    private static boolean isStreamed(Method method) {
        return method != null && Arrays.asList(method.getParameterTypes()).contains(HttpServerRequest.class);
    }
}
