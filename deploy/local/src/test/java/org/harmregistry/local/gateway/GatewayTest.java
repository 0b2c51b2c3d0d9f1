package org.harmregistry.local.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;

import org.harmregistry.local.Ports;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import io.vertx.core.Vertx;

class GatewayTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Vertx vertx = Vertx.vertx();
    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final AtomicLong firstBytes = new AtomicLong();
    private final CountDownLatch begun = new CountDownLatch(1);
    private final int port = Ports.anyFree();
    private HttpServer upstream;

    @BeforeEach
    void start() throws Exception {
        upstream = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        upstream.createContext("/", this::echo);
        upstream.createContext("/api/v1/incidents/import", this::count);
        upstream.setExecutor(Executors.newCachedThreadPool());
        upstream.start();
        URI here = URI.create("http://127.0.0.1:" + upstream.getAddress().getPort());
        URI nobody = URI.create("http://127.0.0.1:" + Ports.anyFree());
        Gateway gateway = new Gateway(port, URI.create("http://127.0.0.1:" + port),
                Map.of("incidents-service", here, "reports-service", here, "sources-service", nobody));
        vertx.deployVerticle(gateway).toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
    }

    @AfterEach
    void stop() throws Exception {
        upstream.stop(0);
        vertx.close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
    }

    @Test
    void passesMethodQueryHeadersAndBody() throws Exception {
        HttpResponse<String> answer = send(request("/api/v1/incidents/x?a=b%3Bc&a=d").header("If-Match", "\"3\"")
                .header("Content-Type", "application/merge-patch+json")
                .method("PATCH", HttpRequest.BodyPublishers.ofString("{\"title\":\"الرقة\"}")));

        JsonNode seen = JSON.readTree(answer.body());
        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(answer.headers().firstValue("ETag")).contains("\"4\"");
        assertThat(seen.get("method").asText()).isEqualTo("PATCH");
        assertThat(seen.get("target").asText()).isEqualTo("/api/v1/incidents/x?a=b%3Bc&a=d");
        assertThat(seen.get("body").asText()).isEqualTo("{\"title\":\"الرقة\"}");
        assertThat(seen.at("/headers/If-match").asText()).isEqualTo("\"3\"");
    }

    @Test
    void replacesForgedForwardingHeadersAndKeepsTheRequestId() throws Exception {
        HttpResponse<String> answer = send(request("/").header("X-Forwarded-For", "203.0.113.9")
                .header("X-Forwarded-Prefix", "/evil").header("Forwarded", "for=203.0.113.9").header("X-Request-Id", "id-1"));

        JsonNode headers = JSON.readTree(answer.body()).get("headers");
        assertThat(headers.get("X-forwarded-for").asText()).isEqualTo("127.0.0.1");
        assertThat(headers.get("X-forwarded-host").asText()).isEqualTo("127.0.0.1:" + port);
        assertThat(headers.has("X-forwarded-prefix")).isFalse();
        assertThat(headers.has("Forwarded")).isFalse();
        assertThat(headers.get("X-request-id").asText()).isEqualTo("id-1");
        assertThat(answer.headers().allValues("X-Request-Id")).containsExactly("id-1");
    }

    @Test
    void dropsWhatConnectionNames() throws Exception {
        String answer = raw(
                "GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\nConnection: X-Hop\r\nX-Hop: 1\r\nX-End: 1\r\n\r\n");

        assertThat(answer).contains("\"X-end\"").doesNotContain("\"X-hop\"");
    }

    /** Some clients read the chunks that an answer announces, also where none may follow. */
    @Test
    void announcesNoBodyWhereNothingWasModified() throws Exception {
        upstream.createContext("/api/v1/incidents/held", exchange -> {
            exchange.getResponseHeaders().set("ETag", "\"7\"");
            exchange.sendResponseHeaders(304, -1);
            exchange.close();
        });
        for (int i = 0; i < 50; i++) {
            String answer = raw("GET /api/v1/incidents/held HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");

            assertThat(answer).startsWith("HTTP/1.1 304").contains("\"7\"").endsWith("\r\n\r\n");
            assertThat(answer.toLowerCase(Locale.ROOT)).doesNotContain("transfer-encoding");
        }
    }

    @Test
    void streamsALongBodyBeforeItHasEnded() throws Exception {
        int pieces = 20;
        InputStream slow = new InputStream() {
            private long sent;

            @Override
            public int read() {
                return sent++ < pieces * (1L << 20) ? 'x' : -1;
            }

            @Override
            public int read(byte[] target, int offset, int length) throws IOException {
                if (sent >= pieces * (1L << 20)) {
                    return -1;
                }
                if (sent >= 2 << 20) {
                    await();
                }
                int count = Math.min(length, 1 << 14);
                sent += count;
                return count;
            }

            private void await() throws IOException {
                try {
                    if (!begun.await(5, TimeUnit.SECONDS)) {
                        throw new IOException("the upstream saw nothing of the first two MiB");
                    }
                } catch (InterruptedException e) {
                    throw new IOException(e);
                }
            }
        };

        HttpResponse<String> answer = send(request("/api/v1/incidents/import")
                .POST(HttpRequest.BodyPublishers.ofInputStream(() -> slow)));

        assertThat(answer.body()).isEqualTo(String.valueOf(pieces * (1L << 20)));
    }

    @Test
    void answersHeadWithoutABody() throws Exception {
        HttpResponse<String> answer = send(request("/api/v1/incidents").method("HEAD", HttpRequest.BodyPublishers.noBody()));

        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(answer.body()).isEmpty();
    }

    @Test
    void saysUnavailableAtOnceWhenAPartIsAway() throws Exception {
        long begin = System.nanoTime();
        HttpResponse<String> answer = send(request("/api/v1/sources?limit=3")
                .POST(HttpRequest.BodyPublishers.ofString("x".repeat(100_000))));

        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(2));
        assertProblem(answer, 503, "upstream_unavailable");
        assertThat(answer.headers().firstValue("Retry-After")).contains("2");
        assertThat(answer.body()).doesNotContain("127.0.0.1", "refused", "sources-service");
    }

    @Test
    void saysUnavailableWhenAPartCutsTheConnection() throws Exception {
        try (ServerSocket cutting = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            Thread thread = new Thread(() -> {
                try (Socket socket = cutting.accept()) {
                    socket.getInputStream().read();
                } catch (IOException e) {
                    throw new IllegalStateException(e);
                }
            });
            thread.start();
            int other = Ports.anyFree();
            vertx.deployVerticle(new Gateway(other, URI.create("http://127.0.0.1:" + other),
                    Map.of("reports-service", URI.create("http://127.0.0.1:" + cutting.getLocalPort()))))
                    .toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);

            assertProblem(send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + other + "/"))), 503,
                    "upstream_unavailable");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = { "/api/v1/incidents;x", "/api/v1/incidents%3Bx", "/api/v1%2fincidents", "/api%5Cv1", "/a\\b",
            "/api/v1//incidents", "/a/../q/health", "/a/%2e%2e/q/health", "/./q", "/a%00b", "/a%zz", "/a%2", "//q/health",
            "http://127.0.0.1/api", "*" })
    void refusesPathsThatMeanDifferentThings(String target) throws Exception {
        String answer = raw("GET " + target + " HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 400 ").containsIgnoringCase("content-type: application/problem+json")
                .contains("\"code\":\"malformed_path\"");
    }

    @ParameterizedTest
    @ValueSource(strings = { "/q", "/q/health/ready", "/%71/metrics" })
    void hidesWhatIsForOperators(String path) throws Exception {
        assertProblem(send(request(path)), 404, "not_found");
    }

    @Test
    void passesEncodedNamesInOtherScripts() throws Exception {
        String path = "/reports/%D8%A7%D9%84%D8%B1%D9%82%D8%A9/2018-06";

        assertThat(JSON.readTree(send(request(path)).body()).get("target").asText()).isEqualTo(path);
    }

    private void echo(HttpExchange exchange) throws IOException {
        Map<String, Object> seen = Map.of("method", exchange.getRequestMethod(), "target",
                exchange.getRequestURI().toString(), "headers", flat(exchange), "body",
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        exchange.getResponseHeaders().set("ETag", "\"4\"");
        exchange.getResponseHeaders().set("X-Request-Id", "of-the-service");
        send(exchange, JSON.writeValueAsBytes(seen));
    }

    private void count(HttpExchange exchange) throws IOException {
        byte[] piece = new byte[1 << 16];
        for (int read = exchange.getRequestBody().read(piece); read >= 0; read = exchange.getRequestBody().read(piece)) {
            firstBytes.addAndGet(read);
            begun.countDown();
        }
        send(exchange, String.valueOf(firstBytes.get()).getBytes(StandardCharsets.UTF_8));
    }

    private static Map<String, String> flat(HttpExchange exchange) {
        return exchange.getRequestHeaders().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().get(0)));
    }

    private static void send(HttpExchange exchange, byte[] body) throws IOException {
        try (exchange) {
            boolean head = exchange.getRequestMethod().equals("HEAD");
            exchange.sendResponseHeaders(201, head ? -1 : body.length);
            if (!head) {
                exchange.getResponseBody().write(body);
            }
        }
    }

    private void assertProblem(HttpResponse<String> answer, int status, String code) throws IOException {
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(JSON.readTree(answer.body()).get("code").asText()).isEqualTo(code);
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.timeout(Duration.ofSeconds(20)).build(), HttpResponse.BodyHandlers.ofString());
    }

    private String raw(String request) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            socket.setSoTimeout(5000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
