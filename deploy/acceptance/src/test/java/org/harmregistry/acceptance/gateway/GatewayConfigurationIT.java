package org.harmregistry.acceptance.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import javax.net.ssl.SSLSocket;

import org.harmregistry.local.Ports;
import org.harmregistry.local.gateway.RouteTable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.restassured.path.json.JsonPath;

/** What the gateway promises, asked of nginx as it will run. Skipped where there is no nginx. */
class GatewayConfigurationIT {

    private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";

    @TempDir
    static Path folder;

    private static Upstream incidents;
    private static Upstream sources;
    private static Upstream reports;
    private static Nginx nginx;
    private static HttpClient client;

    @BeforeAll
    static void start() throws Exception {
        incidents = new Upstream("incidents-service");
        sources = new Upstream("sources-service");
        reports = new Upstream("reports-service");
        // Of the incidents' two replicas one is dead from the start.
        nginx = Nginx.inFrontOf(folder,
                Map.of("incidents-service", List.of(Ports.anyFree(), incidents.port()), "sources-service",
                        List.of(sources.port()), "reports-service", List.of(reports.port())));
        client = HttpClient.newBuilder().sslContext(nginx.tls()).version(HttpClient.Version.HTTP_1_1).build();
    }

    @AfterAll
    static void stop() throws InterruptedException {
        if (nginx != null) {
            nginx.close();
        }
        List.of(incidents, sources, reports).forEach(Upstream::close);
    }

    private static HttpRequest.Builder request(String target, String... headers) {
        HttpRequest.Builder builder = HttpRequest.newBuilder(nginx.uri(target)).timeout(Duration.ofSeconds(5));
        return headers.length == 0 ? builder : builder.headers(headers);
    }

    private static HttpResponse<String> get(String target, String... headers) throws IOException, InterruptedException {
        return client.send(request(target, headers).build(), BodyHandlers.ofString());
    }

    private static void assertProblem(HttpResponse<String> answer, int status, String code) {
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        JsonPath problem = JsonPath.from(answer.body());
        assertThat(problem.getString("code")).isEqualTo(code);
        assertThat(problem.getInt("status")).isEqualTo(status);
        assertThat(problem.getString("type")).isEqualTo("/problems/" + code);
        assertThat(problem.getString("traceId")).matches("[0-9a-f]{32}");
        assertThat(problem.getString("title")).isNotBlank();
        assertThat(problem.getString("instance")).startsWith("/");
    }

    @Test
    void sendsEachPathToItsPart() throws Exception {
        for (RouteTable.Route route : RouteTable.read().routes()) {
            String path = route.prefix().equals("/") ? "/anything" : route.prefix() + "/x";
            HttpResponse<String> answer = get(path);
            if (route.part().equals("-")) {
                assertProblem(answer, 404, "not_found");
            } else {
                assertThat(answer.headers().firstValue("X-Part")).describedAs(path).contains(route.part());
            }
        }
        assertThat(get("/api/v1/incidentsx").headers().firstValue("X-Part")).contains("reports-service");
        assertThat(get("/api/v1/%69ncidents?a=%2F;").headers().firstValue("X-Part")).contains("incidents-service");
        assertThat(incidents.last().target()).isEqualTo("/api/v1/%69ncidents?a=%2F;");
    }

    @Test
    void saysItselfWhereARequestCameFrom() throws Exception {
        get("/api/v1/incidents", "X-Forwarded-For", "203.0.113.9", "X-Forwarded-Host", "evil.test", "X-Forwarded-Proto", "http",
                "Forwarded", "for=203.0.113.9", "X-Real-IP", "203.0.113.9", "X-Forwarded-Prefix", "/q", "X-Original-URL",
                "/q/health",
                "X-HTTP-Method-Override", "DELETE");
        assertThat(incidents.last().headers()).containsEntry("X-forwarded-for", List.of("127.0.0.1"))
                .containsEntry("X-forwarded-host", List.of(Nginx.AUTHORITY))
                .containsEntry("X-forwarded-proto", List.of("https"))
                .containsEntry("Host", List.of(Nginx.AUTHORITY)).doesNotContainKeys("Forwarded", "X-real-ip",
                        "X-forwarded-prefix",
                        "X-original-url", "X-http-method-override");
    }

    @Test
    void namesEachRequestAndKeepsItsTrace() throws Exception {
        String parent = "00-" + TRACE + "-b7ad6b7169203331-01";
        HttpResponse<String> named = get("/api/v1/incidents", "X-Request-Id", "phone-7", "traceparent", parent, "tracestate",
                "a=1");
        assertThat(named.headers().allValues("X-Request-Id")).containsExactly("phone-7");
        assertThat(incidents.last().headers()).containsEntry("Traceparent", List.of(parent))
                .containsEntry("Tracestate", List.of("a=1")).containsEntry("X-request-id", List.of("phone-7"));
        assertThat(JsonPath.from(get("/q", "traceparent", parent).body()).getString("traceId")).isEqualTo(TRACE);

        for (String invalid : List.of("junk", "00-" + "0".repeat(32) + "-b7ad6b7169203331-01", parent + "x")) {
            get("/api/v1/incidents", "X-Request-Id", "a b", "traceparent", invalid, "tracestate", "a=1");
            assertThat(incidents.last().headers().getFirst("traceparent")).matches("00-[0-9a-f]{32}-[0-9a-f]{16}-00")
                    .doesNotContain("0".repeat(32));
            assertThat(incidents.last().headers().getFirst("tracestate")).isNull();
            assertThat(incidents.last().headers().getFirst("X-Request-Id")).matches("[0-9a-f]{32}");
        }
    }

    @Test
    void holdsBodiesAndHeadersToTheirLimits() throws Exception {
        byte[] large = new byte[2 << 20];
        HttpResponse<String> refused = client.send(request("/api/v1/incidents").POST(BodyPublishers.ofByteArray(large)).build(),
                BodyHandlers.ofString());
        assertProblem(refused, 413, "body_too_large");
        for (String taken : List.of("/api/v1/incidents/import", "/api/v1/parties/tallies/import")) {
            assertThat(client.send(request(taken).POST(BodyPublishers.ofByteArray(large)).build(), BodyHandlers.ofString())
                    .statusCode()).describedAs(taken).isEqualTo(200);
        }
        assertThat(client.send(request("/api/v1/sources/1/attachments").POST(BodyPublishers.ofByteArray(large)).build(),
                BodyHandlers.ofString()).statusCode()).isEqualTo(200);
        assertProblem(get("/api/v1/incidents", "X-Long", "x".repeat(9000)), 431, "headers_too_large");
        assertProblem(get("/api/v1/incidents?q=" + "x".repeat(9000)), 414, "target_too_long");
    }

    @Test
    void letsTheFrontEndsScriptsInAndNobodyElses() throws Exception {
        int before = incidents.received().size();
        HttpResponse<String> asked = client
                .send(request("/api/v1/incidents", "Origin", Nginx.ORIGIN, "Access-Control-Request-Method",
                        "PATCH", "Access-Control-Request-Headers", "authorization,if-match")
                        .method("OPTIONS", BodyPublishers.noBody()).build(), BodyHandlers.ofString());
        assertThat(asked.statusCode()).isEqualTo(204);
        assertThat(asked.headers().firstValue("Access-Control-Allow-Origin")).contains(Nginx.ORIGIN);
        assertThat(asked.headers().firstValue("Access-Control-Allow-Methods").orElseThrow()).contains("PATCH");
        assertThat(asked.headers().firstValue("Access-Control-Allow-Headers").orElseThrow()).contains("Authorization",
                "If-Match");
        assertThat(asked.headers().map()).doesNotContainKey("access-control-allow-credentials");
        assertThat(incidents.received()).hasSize(before);

        HttpResponse<String> answered = get("/api/v1/incidents", "Origin", Nginx.ORIGIN);
        assertThat(answered.headers().firstValue("Access-Control-Allow-Origin")).contains(Nginx.ORIGIN);
        assertThat(answered.headers().firstValue("Access-Control-Expose-Headers").orElseThrow()).contains("ETag",
                "Upload-Offset");
        assertThat(answered.headers().allValues("Vary")).contains("Origin");
        assertThat(get("/api/v1/incidents", "Origin", "https://evil.test").headers().map())
                .doesNotContainKey("access-control-allow-origin");
    }

    @Test
    void keepsWhatIsPublicAndNothingOfAnybody() throws Exception {
        String target = "/api/v1/vocabularies/grading";
        String mine = get(target, "Authorization", "Bearer one").body();
        assertThat(mine).contains("for Bearer one");
        // Not kept for anybody: neither for the same caller, nor another, nor one who says nothing.
        assertThat(get(target, "Authorization", "Bearer one").body()).contains("for Bearer one").isNotEqualTo(mine);
        assertThat(get(target, "Authorization", "Bearer two").body()).contains("for Bearer two");
        assertThat(get(target, "Cookie", "session=3").headers().map()).doesNotContainKey("cache-status");
        HttpResponse<String> open = get(target);
        assertThat(open.body()).contains("for null");
        HttpResponse<String> again = get(target);
        assertThat(again.body()).isEqualTo(open.body());
        assertThat(again.headers().firstValue("Cache-Status")).contains("gateway; hit");
        // And what is kept for everybody is not given to one who says who asks.
        assertThat(get(target, "Authorization", "Bearer one").body()).contains("for Bearer one");
        // Another form, another query: another answer. What the service does not call public is not kept.
        assertThat(get(target, "Accept", "text/csv").body()).isNotEqualTo(open.body());
        assertThat(get(target + "?a=1").body()).isNotEqualTo(open.body());
        assertThat(get("/api/v1/incidents").body()).isNotEqualTo(get("/api/v1/incidents").body());
    }

    @Test
    void compressesTablesButNoRecord() throws Exception {
        assertThat(get("/api/v1/incidents/table", "Accept-Encoding", "gzip").headers().firstValue("Content-Encoding"))
                .contains("gzip");
        assertThat(get("/api/v1/incidents/1", "Accept-Encoding", "gzip").headers().map()).doesNotContainKey("content-encoding");
        assertThat(incidents.last().headers().getFirst("Accept-Encoding")).isEqualTo("gzip");
    }

    @Test
    void guardsBrowsers() throws Exception {
        HttpResponse<String> answer = get("/api/v1/incidents/1");
        assertThat(answer.headers().firstValue("Strict-Transport-Security").orElseThrow()).startsWith("max-age=63072000");
        assertThat(answer.headers().allValues("X-Content-Type-Options")).containsExactly("nosniff");
        assertThat(answer.headers().firstValue("Content-Security-Policy").orElseThrow()).startsWith("default-src 'none'");
        assertThat(get("/page").headers().allValues("Content-Security-Policy")).containsExactly("default-src 'self'");
        assertThat(get("/q").headers().map()).containsKeys("strict-transport-security", "x-request-id", "ratelimit-policy");
    }

    @Test
    void passesOverTheDeadReplica() throws Exception {
        long begun = System.nanoTime();
        for (int i = 0; i < 20; i++) {
            assertThat(get("/api/v1/incidents/" + i).statusCode()).isEqualTo(200);
        }
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(5));
    }

    @Test
    void handsEventsOnAsTheyCome() throws Exception {
        handsOn("/api/v1/incidents/changes", incidents);
        handsOn("/api/v1/editions/1/run", reports);
    }

    private static void handsOn(String events, Upstream upstream) throws Exception {
        var answer = client.send(request(events, "Accept", "text/event-stream").build(), BodyHandlers.ofInputStream());
        assertThat(new String(answer.body().readNBytes(13), StandardCharsets.UTF_8)).isEqualTo("data: first\n\n");
        assertThat(upstream.end.getCount()).isEqualTo(1);
        upstream.end.countDown();
        assertThat(answer.body().readAllBytes()).isEmpty();
    }

    @Test
    void handsUploadsOnAsTheyCome() throws Exception {
        int before = sources.bytes();
        try (SSLSocket socket = nginx.connect("127.0.0.1")) {
            socket.getOutputStream()
                    .write(("PATCH /api/v1/attachments/uploads/1 HTTP/1.1\r\nHost: a\r\nContent-Length: 1000\r\n\r\n"
                            + "x".repeat(100)).getBytes(StandardCharsets.US_ASCII));
            long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(5);
            while (sources.bytes() == before && System.nanoTime() < end) {
                Thread.sleep(20);
            }
        }
        assertThat(sources.bytes() - before).isEqualTo(100);
    }

    @Test
    void holdsEachClientToItsRate() throws Exception {
        int asked = 600;
        String answers;
        try (SSLSocket socket = nginx.connect("127.0.0.2")) {
            for (int i = 1; i <= asked; i++) {
                String last = i == asked ? "Connection: close\r\n" : "";
                socket.getOutputStream().write(("HEAD /api/v1/incidents/1 HTTP/1.1\r\nHost: a\r\n" + last + "\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
            }
            answers = new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
        }
        List<String> heads = List.of(answers.split("(?=HTTP/1\\.1 )"));
        List<String> refused = heads.stream().filter(head -> head.startsWith("HTTP/1.1 429")).toList();
        assertThat(heads).hasSize(asked);
        assertThat(asked - refused.size()).isBetween(200, 500);
        assertThat(refused).allSatisfy(head -> assertThat(head).contains("Content-Type: application/problem+json")
                .contains("Retry-After: 1").contains("RateLimit: \"client\";r=0;t=1")
                .contains("RateLimit-Policy: \"client\";q=50;w=1"));
        assertThat(get("/api/v1/incidents/1").statusCode()).isEqualTo(200);
    }

    @Test
    void saysWhenAPartIsAway(@TempDir Path other) throws Exception {
        int nobody = Ports.anyFree();
        try (ServerSocket deaf = new ServerSocket(Ports.anyFree(), 1, InetAddress.getLoopbackAddress());
                // Its queue is full: who connects now is not answered.
                Socket first = new Socket(InetAddress.getLoopbackAddress(), deaf.getLocalPort());
                Socket second = new Socket(InetAddress.getLoopbackAddress(), deaf.getLocalPort());
                Nginx alone = Nginx.inFrontOf(other, Map.of("incidents-service", List.of(nobody), "sources-service",
                        List.of(deaf.getLocalPort()), "reports-service", List.of(nobody)))) {
            HttpClient asking = HttpClient.newBuilder().sslContext(alone.tls()).build();
            HttpResponse<String> away = asking.send(HttpRequest.newBuilder(alone.uri("/api/v1/incidents?x=1")).build(),
                    BodyHandlers.ofString());
            assertProblem(away, 503, "upstream_unavailable");
            assertThat(JsonPath.from(away.body()).getString("instance")).isEqualTo("/api/v1/incidents");
            assertThat(away.headers().firstValue("Retry-After")).contains("2");
            HttpResponse<String> late = asking.send(HttpRequest.newBuilder(alone.uri("/api/v1/sources")).build(),
                    BodyHandlers.ofString());
            assertProblem(late, 504, "upstream_timeout");
            assertThat(late.headers().firstValue("Retry-After")).contains("2");
        }
    }

    @Test
    void speaksHttpsAloneAndKeepsItsOwnStateApart() throws Exception {
        HttpClient plain = HttpClient.newHttpClient();
        assertProblem(plain.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + nginx.port() + "/api/v1/incidents"))
                .version(HttpClient.Version.HTTP_1_1).build(), BodyHandlers.ofString()), 400, "tls_required");
        URI management = URI.create("http://127.0.0.1:" + nginx.managementPort());
        assertThat(
                plain.send(HttpRequest.newBuilder(management.resolve("/ready")).build(), BodyHandlers.ofString()).statusCode())
                .isEqualTo(200);
        assertThat(get("/status").headers().firstValue("X-Part")).contains("reports-service");
        assertThat(nginx.log()).doesNotContain("127.0.0.2");
    }
}
