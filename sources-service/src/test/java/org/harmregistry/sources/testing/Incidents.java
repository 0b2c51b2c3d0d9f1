package org.harmregistry.sources.testing;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;

/**
 * The neighbour that keeps the incidents, as far as citations ask it, over real HTTP on loopback: who sees what is as in
 * incidents-service, told from the bearer token. It gives out a token for the registry's own service, too, and gets into
 * every trouble on demand.
 */
public class Incidents implements QuarkusTestResourceLifecycleManager {

    /** What may be wrong with it. */
    public enum Trouble {
        NONE,
        REFUSING_CONNECTIONS,
        UNAVAILABLE,
        FAILING,
        SILENT,
        SLOW,
        TALKING_NONSENSE,
        OTHERS_404,
        CUT,
        ENDLESS,
        OF_ANOTHER,
        FLAPPING
    }

    private static final String SERVICE_TOKEN = "the-registry's-own";
    private static final Map<UUID, JsonObject> KNOWN = new ConcurrentHashMap<>();
    private static final AtomicInteger ASKED = new AtomicInteger();
    private static volatile Trouble trouble = Trouble.NONE;
    private static Vertx vertx;
    private static HttpServer server;
    private static int port;

    @Override
    public Map<String, String> start() {
        vertx = Vertx.vertx();
        listen(0);
        port = server.actualPort();
        String url = "http://127.0.0.1:" + port;
        return Map.of("registry.incidents.url", url, "registry.identity.issuer", url, "registry.identity.client",
                "sources-service",
                "registry.identity.secret", "a secret of tests alone", "registry.settling.not-there", "500ms",
                "registry.settling.look-again", "3s");
    }

    @Override
    public void stop() {
        if (vertx != null) {
            vertx.close().toCompletionStage().toCompletableFuture().join();
        }
    }

    private static void listen(int wanted) {
        server = vertx.createHttpServer().requestHandler(Incidents::handle);
        server.listen(wanted, "127.0.0.1").toCompletionStage().toCompletableFuture().join();
    }

    /** An incident that the organisation keeps. */
    public static String add(String organisation, boolean isPublic) {
        UUID id = UUID.randomUUID();
        put(id, organisation, isPublic);
        return id.toString();
    }

    public static void put(UUID id, String organisation, boolean isPublic) {
        KNOWN.put(id, new JsonObject().put("id", id.toString()).put("organisation", organisation).put("status", "accepted")
                .put("publication", isPublic ? "public" : "withheld"));
    }

    public static void merge(String id, String into) {
        KNOWN.get(UUID.fromString(id)).put("successor", into);
    }

    /** How often it was asked for incidents. */
    public static int asked() {
        return ASKED.get();
    }

    public static void is(Trouble wanted) {
        if (wanted == Trouble.REFUSING_CONNECTIONS) {
            server.close().toCompletionStage().toCompletableFuture().join();
        } else if (trouble == Trouble.REFUSING_CONNECTIONS) {
            listen(port);
        }
        trouble = wanted;
    }

    private static void handle(HttpServerRequest request) {
        String base = "http://127.0.0.1:" + port;
        switch (request.path()) {
            case "/.well-known/openid-configuration" -> json(request.response(), 200, new JsonObject().put("issuer", base)
                    .put("token_endpoint", base + "/token").put("jwks_uri", base + "/jwks"));
            case "/token" -> json(request.response(), 200, new JsonObject().put("access_token", SERVICE_TOKEN)
                    .put("token_type", "Bearer").put("expires_in", 300));
            default -> inTrouble(request);
        }
    }

    private static void inTrouble(HttpServerRequest request) {
        int number = ASKED.incrementAndGet();
        HttpServerResponse response = request.response();
        switch (trouble) {
            case UNAVAILABLE -> response.setStatusCode(503).end("{}");
            case FAILING -> response.setStatusCode(500).end("<html>oh</html>");
            case SILENT -> {
                // Never answers.
            }
            case SLOW -> vertx.setTimer(3_000, late -> well(request));
            case TALKING_NONSENSE -> response.putHeader("Content-Type", "application/json").end("{\"id\": [");
            case OTHERS_404 -> response.setStatusCode(404).end("<html>no such page</html>");
            case CUT -> response.setChunked(true).write("{\"id\":").onComplete(done -> response.reset());
            case ENDLESS -> pour(response.setChunked(true));
            case OF_ANOTHER -> json(response, 200, new JsonObject().put("id", UUID.randomUUID().toString())
                    .put("organisation", "registry").put("status", "accepted").put("publication", "public")
                    .put("everybody", true));
            case FLAPPING -> {
                if (number % 3 == 0) {
                    well(request);
                } else {
                    response.setStatusCode(500).end();
                }
            }
            default -> well(request);
        }
    }

    private static void well(HttpServerRequest request) {
        String[] path = request.path().split("/");
        JsonObject incident = KNOWN.get(UUID.fromString(path[4]));
        String reader = request.getHeader("Authorization");
        if (path.length > 5) {
            sight(request, path[5].equals("sight") && ("Bearer " + SERVICE_TOKEN).equals(reader), incident);
            return;
        }
        if (incident != null && incident.containsKey("successor")) {
            JsonObject successor = KNOWN.get(UUID.fromString(incident.getString("successor")));
            if (sees(reader, successor)) {
                request.response().setStatusCode(308)
                        .putHeader("Location", "/api/v1/incidents/" + incident.getString("successor")).end();
                return;
            }
        } else if (incident != null && sees(reader, incident)) {
            json(request.response(), 200, incident);
            return;
        }
        notFound(request.response());
    }

    /** All that the registry's own service is told. */
    private static void sight(HttpServerRequest request, boolean allowed, JsonObject incident) {
        if (!allowed) {
            json(request.response(), 403, new JsonObject().put("code", "forbidden").put("status", 403));
        } else if (incident == null) {
            notFound(request.response());
        } else {
            json(request.response(), 200, new JsonObject().put("id", incident.getString("id"))
                    .put("organisation", incident.getString("organisation"))
                    .put("everybody", incident.getString("publication").equals("public"))
                    .put("successor", incident.getString("successor")));
        }
    }

    private static void notFound(HttpServerResponse response) {
        response.putHeader("Content-Type", "application/problem+json");
        json(response, 404, new JsonObject().put("code", "not_found").put("status", 404));
    }

    private static boolean sees(String reader, JsonObject incident) {
        if (incident.getString("publication").equals("public")) {
            return true;
        }
        if (reader == null || ("Bearer " + SERVICE_TOKEN).equals(reader)) {
            return false;
        }
        JsonObject claims = new JsonObject(new String(Base64.getUrlDecoder().decode(reader.split("\\.")[1]),
                StandardCharsets.UTF_8));
        boolean staff = claims.getJsonArray("roles").stream().anyMatch(role -> !role.equals("contributor"));
        return staff || incident.getString("organisation").equals(claims.getString("organisation"));
    }

    private static void json(HttpServerResponse response, int status, JsonObject body) {
        if (!response.headers().contains("Content-Type")) {
            response.putHeader("Content-Type", "application/json");
        }
        response.setStatusCode(status).end(body.encode());
    }

    /** A body that does not end until the reader has had enough. */
    private static void pour(HttpServerResponse response) {
        if (!response.closed()) {
            response.write(" ".repeat(256 * 1024)).onSuccess(done -> vertx.runOnContext(next -> pour(response)));
        }
    }
}
