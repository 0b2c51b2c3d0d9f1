package org.harmregistry.incidents.count;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;

/**
 * The neighbour that keeps the sources, as far as counts read it, over real HTTP on loopback. A test tells it what to
 * answer for an incident, or how to be in trouble; an anonymous reader is answered apart.
 */
public class Sources implements QuarkusTestResourceLifecycleManager {

    private Vertx vertx;
    private HttpServer server;
    private final Map<String, String> answers = new ConcurrentHashMap<>();

    @Override
    public Map<String, String> start() {
        vertx = Vertx.vertx();
        server = vertx.createHttpServer().requestHandler(this::handle);
        server.listen(0, "127.0.0.1").toCompletionStage().toCompletableFuture().join();
        String url = "http://127.0.0.1:" + server.actualPort();
        return Map.of("quarkus.rest-client.sources.url", url, "test.sources.url", url,
                // Each trouble is to be met by itself, not by the circuit that the one before has opened.
                "org.harmregistry.incidents.count.store.CitationsApi/CircuitBreaker/requestVolumeThreshold", "1000");
    }

    @Override
    public void stop() {
        if (vertx != null) {
            vertx.close().toCompletionStage().toCompletableFuture().join();
        }
    }

    private void handle(HttpServerRequest request) {
        if (request.path().startsWith("/control/")) {
            request.body().onSuccess(body -> {
                answers.put(request.path().substring("/control/".length()), body.toString());
                request.response().end();
            });
            return;
        }
        String incident = String.valueOf(request.getParam("incident"));
        String after = request.getParam("after");
        String reader = request.getHeader("Authorization") == null ? "anonymous" : "known";
        String key = incident + "/" + (after == null ? reader : after);
        answer(request.response(), answers.getOrDefault(key, "{\"items\":[],\"page\":{\"size\":0}}"));
    }

    private void answer(HttpServerResponse response, String what) {
        switch (what) {
            case "silent" -> {
                // Never answers.
            }
            case "503" -> response.setStatusCode(503).end("{}");
            case "403" -> response.setStatusCode(403).end("{}");
            case "cut" -> response.setChunked(true).write("{\"items\":[").onComplete(done -> response.reset());
            case "endless" -> pour(response.setChunked(true));
            default -> response.putHeader("Content-Type", "application/json").end(what);
        }
    }

    /** A body that does not end until the reader has had enough. */
    private void pour(HttpServerResponse response) {
        if (response.closed()) {
            return;
        }
        response.write(" ".repeat(256 * 1024)).onSuccess(done -> vertx.runOnContext(next -> pour(response)));
    }
}
