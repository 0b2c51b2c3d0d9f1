package org.harmregistry.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.harmregistry.acceptance.gateway.Nginx;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

import io.restassured.path.json.JsonPath;

/**
 * The suite with a second process of each service over the same stores, and nginx with the files of {@code deploy/gateway}
 * before both, for all tests of a journey. Skipped where there is no nginx.
 */
final class TwoOfEach implements BeforeAllCallback, AfterAllCallback {

    static final Map<String, String> COLLECTIONS = Map.of("incidents-service", "/api/v1/incidents", "sources-service",
            "/api/v1/sources", "reports-service", "/api/v1/reports");
    static final List<String> SERVICES = List.of("incidents-service", "sources-service", "reports-service");
    private static final Duration LONGEST_START = Duration.ofSeconds(90);

    private final Suite suite = new Suite("two-of-each", Map.of("QUARKUS_SHUTDOWN_DELAY", "PT4S", "FIRST_REQUESTS", "true"));
    private final Map<String, Integer> first = new HashMap<>();
    private final Map<String, Replica> second = new LinkedHashMap<>();
    private Path folder;
    private Nginx nginx;

    @Override
    public void beforeAll(ExtensionContext journey) throws Exception {
        Nginx.assumeInstalled();
        // Absolute, as nginx would look for it in a folder of its own.
        folder = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "nginx");
        start();
    }

    @Override
    public void afterAll(ExtensionContext journey) throws InterruptedException {
        if (folder != null) {
            close();
        }
    }

    private void start() throws Exception {
        Suite.Outcome up = suite.up("--fresh", "--no-data");
        assertThat(up.exit()).describedAs(up.output()).isZero();
        Map<String, List<Integer>> ports = new HashMap<>();
        JsonPath status = JsonPath.from(suite.status("--json").output());
        for (String service : SERVICES) {
            String part = "parts.find { it.name == '" + service + "' }";
            first.put(service, status.getInt(part + ".port"));
            second.put(service, Replica.of(status.getLong(part + ".pid")));
            ports.put(service, List.of(first.get(service), second.get(service).port()));
        }
        nginx = Nginx.inFrontOf(folder, ports);
        awaitAll();
    }

    Suite suite() {
        return suite;
    }

    Nginx nginx() {
        return nginx;
    }

    String token(String role, String organisation) {
        return suite.token(role, organisation);
    }

    Caller atFirst(String service, String token) {
        return new Caller("http://127.0.0.1:" + first.get(service), token).insisting();
    }

    Caller atSecond(String service, String token) {
        return new Caller(second.get(service).base(), token).insisting();
    }

    Caller throughGateway(String token) {
        HttpClient client = HttpClient.newBuilder().sslContext(nginx.tls()).version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(2)).build();
        return new Caller(client, nginx.uri("").toString(), token);
    }

    Replica second(String service) {
        return second.get(service);
    }

    int firstPort(String service) {
        return first.get(service);
    }

    /** Until both of each answer. */
    void awaitAll() {
        for (String service : SERVICES) {
            awaitAnswer(atFirst(service, null), service);
            awaitAnswer(atSecond(service, null), service);
        }
    }

    private void awaitAnswer(Caller caller, String service) {
        suite.eventually(LONGEST_START, () -> {
            try {
                return caller.get(COLLECTIONS.get(service) + "?limit=1").statusCode() == 200;
            } catch (IOException e) {
                return false;
            }
        });
    }

    /** Until the gateway, which passes over what did not answer for a while, sends requests to these ports again. */
    void awaitPassedOnTo(List<Integer> ports) throws IOException {
        Map<Integer, Long> before = new HashMap<>();
        for (int port : ports) {
            before.put(port, passedOnTo(port));
        }
        suite.eventually(LONGEST_START, () -> ports.stream().allMatch(port -> passedOnTo(port) > before.get(port)));
    }

    /** How many requests were answered by the process there, and tried at no other one before. */
    long passedOnTo(int port) {
        try {
            return nginx.log().lines().filter(line -> line.contains("\"upstream\":\"127.0.0.1:" + port + "\"")).count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void close() throws InterruptedException {
        if (nginx != null) {
            nginx.close();
        }
        for (Replica each : second.values()) {
            each.process().destroy();
        }
        for (Replica each : second.values()) {
            each.close();
        }
        suite.down();
    }
}
