package org.harmregistry.reports;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;

/**
 * The two neighbours as far as reports read them, in the contract's shapes, over real HTTP. A test tells them over HTTP which
 * world they serve, whether they are away, whether records change between two questions, and which read they hold until they
 * are told to go on.
 */
public class Neighbours implements QuarkusTestResourceLifecycleManager {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private HttpServer server;
    private volatile World world;
    private volatile boolean away;
    private volatile int unsteady;
    private volatile Map<String, String> told = Map.of();
    private volatile CountDownLatch held = new CountDownLatch(0);
    private final NeighbourFeeds feeds = new NeighbourFeeds();
    private final Queue<String> asked = new ConcurrentLinkedQueue<>();

    @Override
    public Map<String, String> start() {
        try {
            world = world("raqqa");
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newFixedThreadPool(4));
        server.createContext("/control", this::control);
        server.createContext("/change", exchange -> {
            feeds.tell(parameters(exchange));
            send(exchange, 200, "{}");
        });
        server.createContext("/release", exchange -> {
            held.countDown();
            send(exchange, 200, "{}");
        });
        server.createContext("/asked", exchange -> send(exchange, 200, MAPPER.writeValueAsString(asked)));
        server.createContext("/api/v1/", this::answer);
        server.start();
        String url = "http://127.0.0.1:" + server.getAddress().getPort();
        return Map.of("quarkus.rest-client.incidents.url", url, "quarkus.rest-client.sources.url", url);
    }

    @Override
    public void stop() {
        if (server != null) {
            server.stop(0);
        }
    }

    private static World world(String name) throws IOException {
        try (InputStream file = Neighbours.class.getResourceAsStream("/neighbours/" + name + ".json")) {
            return new World(MAPPER.readTree(file));
        }
    }

    private void control(HttpExchange exchange) throws IOException {
        Map<String, String> wanted = parameters(exchange);
        world = world(wanted.getOrDefault("world", "raqqa"));
        told = wanted;
        asked.clear();
        if (wanted.containsKey("hold")) {
            held = new CountDownLatch(1);
        }
        away = wanted.containsKey("away");
        unsteady = Integer.parseInt(wanted.getOrDefault("unsteady", "0"));
        send(exchange, 200, "{}");
    }

    private void answer(HttpExchange exchange) throws IOException {
        if (away || told.containsKey("awayAfter") && asked.size() >= Integer.parseInt(told.get("awayAfter"))) {
            send(exchange, 503, "{}");
            return;
        }
        if (exchange.getRequestHeaders().containsKey("Authorization")) {
            send(exchange, 401, "{}");
            return;
        }
        Map<String, String> parameters = parameters(exchange);
        String path = exchange.getRequestURI().getPath().substring("/api/v1".length());
        boolean changed = path.equals("/statistics") && unsteady > 0;
        if (changed) {
            unsteady--;
        }
        asked.add(exchange.getRequestURI().toString());
        holdIfTold(exchange.getRequestURI().toString());
        if (path.endsWith("/changes")) {
            JsonNode page = feeds.read(path, parameters);
            send(exchange, page == null ? 410 : 200, page == null ? "{}" : page.toString());
            return;
        }
        if (path.equals("/ledger") && told.containsKey("unbalanced")) {
            send(exchange, 409, "{}");
            return;
        }
        if (path.equals("/incidents/" + told.get("merged"))) {
            exchange.getResponseHeaders().add("Location", "/api/v1/incidents/" + told.get("into"));
            exchange.sendResponseHeaders(308, -1);
            exchange.close();
            return;
        }
        if (told.containsKey("refuse") && exchange.getRequestURI().toString().contains(told.get("refuse"))) {
            send(exchange, 422, "{}");
            return;
        }
        JsonNode body = path.equals("/sources/" + told.get("hidden")) ? null : world.answer(path, parameters, changed);
        if (body != null && path.equals("/sources/" + told.get("marked"))) {
            body = ((ObjectNode) body.deepCopy()).set("sensitivity", MAPPER.createArrayNode().add(told.get("mark")));
        }
        if (body != null && told.containsKey("exact") && body.at("/place/point").isObject()) {
            body = body.deepCopy();
            ((ObjectNode) body.at("/place/point")).put("lat", 10.0051);
        }
        if (body != null && path.equals("/statistics") && told.containsKey("ungraded")) {
            ((ObjectNode) body).putObject("completeness").put("incidents", 37)
                    .put("ungraded", Double.parseDouble(told.get("ungraded"))).put("notLocated", 0.0);
        }
        send(exchange, body == null ? 404 : 200, body == null ? "{}" : body.toString());
    }

    /** Shorter than the reader's own patience. */
    private void holdIfTold(String read) throws IOException {
        if (told.containsKey("hold") && read.contains(told.get("hold"))) {
            try {
                held.await(8, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
        }
    }

    private static Map<String, String> parameters(HttpExchange exchange) {
        Map<String, String> parameters = new LinkedHashMap<>();
        String query = exchange.getRequestURI().getRawQuery();
        for (String pair : query == null ? new String[0] : query.split("&")) {
            String[] parts = pair.split("=", 2);
            parameters.put(parts[0], parts.length == 1 ? "" : URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
        }
        return parameters;
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
