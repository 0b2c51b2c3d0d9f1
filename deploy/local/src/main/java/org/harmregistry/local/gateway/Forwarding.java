package org.harmregistry.local.gateway;

import java.net.URI;
import java.util.List;
import java.util.Locale;

import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.httpproxy.Body;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import io.vertx.httpproxy.ProxyResponse;

/** What the gateway changes on the way: headers that are not the client's to set, and the answer if no service gives one. */
final class Forwarding implements ProxyInterceptor {

    /** Said by the gateway or by nobody. {@code Expect} is answered by the gateway itself. */
    private static final List<String> NOT_THE_CLIENTS = List.of("forwarded", "x-real-ip", "expect");

    private static final int NOT_MODIFIED = 304;

    private final URI publicUrl;
    private final RouteTable routes;
    private final Outages outages;

    Forwarding(URI publicUrl, RouteTable routes, Outages outages) {
        this.publicUrl = publicUrl;
        this.routes = routes;
        this.outages = outages;
    }

    @Override
    public Future<ProxyResponse> handleProxyRequest(ProxyContext context) {
        HttpServerRequest client = context.request().proxiedRequest();
        MultiMap headers = context.request().headers();
        removeNamedByConnection(headers);
        headers.names().stream().map(name -> name.toLowerCase(Locale.ROOT))
                .filter(name -> name.startsWith("x-forwarded-") || NOT_THE_CLIENTS.contains(name)).toList()
                .forEach(headers::remove);
        headers.set("X-Forwarded-For", client.remoteAddress().hostAddress());
        headers.set("X-Forwarded-Host", publicUrl.getAuthority());
        headers.set("X-Forwarded-Proto", publicUrl.getScheme());
        String part = RequestPath.of(client.uri()).flatMap(routes::part).orElseThrow();
        context.set(Gateway.PART, part);
        return context.sendRequest()
                .onSuccess(answer -> outages.answered(part))
                .recover(cause -> unavailable(context, part, cause));
    }

    @Override
    public Future<Void> handleProxyResponse(ProxyContext context) {
        ProxyResponse response = context.response();
        response.headers().set(Gateway.REQUEST_ID, requestId(context));
        if (response.getStatusCode() == NOT_MODIFIED && response.getBody() != null) {
            // The proxy would announce chunks, and readers wait for the chunks of a body that never comes.
            response.getBody().stream().resume();
            response.setBody(null);
        }
        return context.sendResponse();
    }

    private Future<ProxyResponse> unavailable(ProxyContext context, String part, Throwable cause) {
        outages.failed(part, cause);
        HttpServerRequest client = context.request().proxiedRequest();
        Problem problem = Problem.UPSTREAM_UNAVAILABLE;
        ProxyResponse response = context.request().release().response()
                .setStatusCode(problem.status())
                .putHeader("Content-Type", Problem.MEDIA_TYPE)
                .putHeader("Retry-After", Problem.RETRY_AFTER_SECONDS)
                .setBody(Body.body(problem.body(client.uri(), requestId(context))));
        return Future.succeededFuture(response);
    }

    private static String requestId(ProxyContext context) {
        return context.request().proxiedRequest().getHeader(Gateway.REQUEST_ID);
    }

    /** RFC 9110, 7.6.1: what {@code Connection} names is for this hop alone. */
    private static void removeNamedByConnection(MultiMap headers) {
        for (String value : List.copyOf(headers.getAll("Connection"))) {
            for (String name : value.split(",")) {
                headers.remove(name.strip());
            }
        }
    }
}
