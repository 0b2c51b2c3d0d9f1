package org.harmregistry.local.loader;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Executors;
import java.util.function.Predicate;

import org.harmregistry.local.loader.client.RegistryClient;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/** Keeps what is sent as the contract says, and answers as faultily as a test asks. */
public final class FakeRegistry implements AutoCloseable {

    /** A fault for one request; it answers, or lets the connection drop. */
    @FunctionalInterface
    public interface Fault {
        void answer(HttpExchange exchange) throws IOException;
    }

    public final Map<String, JsonNode> records = Collections.synchronizedMap(new LinkedHashMap<>());
    public final Map<String, JsonNode> rows = Collections.synchronizedMap(new LinkedHashMap<>());
    public final List<String> requests = Collections.synchronizedList(new ArrayList<>());
    public final ConcurrentLinkedDeque<Fault> faults = new ConcurrentLinkedDeque<>();
    public Predicate<JsonNode> refuses = row -> false;
    /** After a request that failed within, so many more drop too, as when a service is gone. */
    public volatile int faultsAfterACut;

    static {
        // Else the JDK's server holds back the second packet of each answer for 40 ms.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private final HttpServer server;

    public FakeRegistry() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newFixedThreadPool(4));
        server.createContext("/", this::handle);
        server.start();
    }

    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Answers a problem with a code. */
    public static Fault problem(int status, String code, String retryAfter) {
        return exchange -> {
            if (retryAfter != null) {
                exchange.getResponseHeaders().add("Retry-After", retryAfter);
            }
            answer(exchange, status, problemBody(status, code));
        };
    }

    private static String problemBody(int status, String code) {
        return "{\"status\":%d,\"code\":\"%s\",\"title\":\"t\",\"violations\":[{\"pointer\":\"/x\",\"message\":\"m\"}]}"
                .formatted(status, code);
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            requests.add(
                    exchange.getRequestMethod() + " " + path + " " + exchange.getRequestHeaders().getFirst("Authorization"));
            byte[] body = exchange.getRequestBody().readAllBytes();
            Fault fault = faults.poll();
            if (fault != null) {
                fault.answer(exchange);
            } else if (path.endsWith("/import")) {
                answer(exchange, 200, importedOrCut(path, body));
            } else {
                create(exchange, path, RegistryClient.JSON.readTree(body));
            }
        }
    }

    private void create(HttpExchange exchange, String path, JsonNode body) throws IOException {
        if (!"*".equals(exchange.getRequestHeaders().getFirst("If-None-Match"))) {
            answer(exchange, 428, problemBody(428, "precondition_required"));
            return;
        }
        JsonNode there = records.putIfAbsent(path, body);
        if (there == null) {
            answer(exchange, 201, body.toString());
        } else {
            answer(exchange, 412, problemBody(412, there.equals(body) ? "already_created" : "id_taken"));
        }
    }

    private String importedOrCut(String path, byte[] body) throws IOException {
        try {
            return imported(path, body);
        } catch (IllegalStateException cut) {
            for (int i = 0; i < faultsAfterACut * 3; i++) {
                faults.add(HttpExchange::close);
            }
            throw cut;
        }
    }

    private String imported(String path, byte[] body) throws IOException {
        StringBuilder answers = new StringBuilder();
        long line = 0;
        try (MappingIterator<JsonNode> lines = RegistryClient.JSON.readerFor(JsonNode.class).readValues(body)) {
            while (lines.hasNextValue()) {
                answers.append(row(path, ++line, lines.nextValue())).append('\n');
            }
        }
        return answers.toString();
    }

    private ObjectNode row(String path, long line, JsonNode row) throws IOException {
        ObjectNode answer = RegistryClient.JSON.createObjectNode().put("line", line);
        if (refuses.test(row)) {
            return answer.put("result", "refused").set("problem", RegistryClient.JSON.readTree(problemBody(422, "bad_row")));
        }
        String key = path + (row.has("externalIds") ? row.get("externalIds") : row.get("source") + "" + row.get("incident"));
        JsonNode there = rows.put(key, row);
        String result = there == null ? "created" : there.equals(row) ? "unchanged" : "updated";
        return answer.put("result", result).put("id", UUID.nameUUIDFromBytes(key.getBytes(StandardCharsets.UTF_8)).toString());
    }

    /** Sends a body; a length that is not met cuts the connection within it. */
    static void answer(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
