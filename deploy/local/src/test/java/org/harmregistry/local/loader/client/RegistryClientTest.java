package org.harmregistry.local.loader.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.harmregistry.local.loader.FakeRegistry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import com.sun.net.httpserver.HttpExchange;

class RegistryClientTest {

    private static final Patience SHORT = new Patience(3, Duration.ofMillis(1), Duration.ofMillis(1500));

    private FakeRegistry registry;
    private RegistryClient client;

    @BeforeEach
    void start() throws IOException {
        registry = new FakeRegistry();
        client = client(registry.url(), Duration.ofSeconds(5));
    }

    @AfterEach
    void stop() {
        registry.close();
    }

    @Test
    void createsOnceAndFindsItUnchangedAndADifferentOneTaken() {
        assertThat(create("a").result()).isEqualTo(Result.CREATED);
        assertThat(create("a").result()).isEqualTo(Result.UNCHANGED);

        RecordResult other = create("b");
        assertThat(other.result()).isEqualTo(Result.REFUSED);
        assertThat(other.problem().code()).isEqualTo("id_taken");
        assertThat(registry.requests).allMatch(request -> request.equals("PUT /api/v1/parties/x Bearer admin-of-org"));
    }

    @Test
    void waitsAsLongAsTheServerAsks() {
        registry.faults.add(FakeRegistry.problem(503, "unavailable", "1"));
        long start = System.nanoTime();

        assertThat(create("a").result()).isEqualTo(Result.CREATED);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(Duration.ofSeconds(1));
        assertThat(registry.requests).hasSize(2);
    }

    @Test
    void waitsNoLongerThanItsOwnBound() {
        registry.faults.add(FakeRegistry.problem(429, "too_many_requests", "86400"));
        long start = System.nanoTime();

        assertThat(create("a").result()).isEqualTo(Result.CREATED);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
    }

    @Test
    void givesUpAfterSoManyTriesAndSaysWhere() {
        for (int i = 0; i < 3; i++) {
            registry.faults.add(FakeRegistry.problem(503, "unavailable", null));
        }

        assertThatThrownBy(() -> create("a")).isInstanceOf(CannotGoOn.class).hasMessageContaining("/api/v1/parties/x")
                .hasMessageContaining("503").hasMessageContaining("deploy/status");
        assertThat(registry.requests).hasSize(3);
    }

    @Test
    void aConnectionThatDropsIsTriedAgain() {
        registry.faults.add(HttpExchange::close);

        assertThat(create("a").result()).isEqualTo(Result.CREATED);
    }

    @Test
    void noConnectionEndsTheLoad() throws IOException {
        int free;
        try (ServerSocket socket = new ServerSocket(0)) {
            free = socket.getLocalPort();
        }
        RegistryClient nowhere = client("http://127.0.0.1:" + free, Duration.ofSeconds(5));

        assertThatThrownBy(() -> nowhere.create("/parties/x", "admin", Map.of())).isInstanceOf(CannotGoOn.class)
                .hasMessageContaining("no connection");
    }

    @Test
    void anAnswerThatHangsIsGivenUp() {
        for (int i = 0; i < 3; i++) {
            registry.faults.add(exchange -> {
                exchange.sendResponseHeaders(200, 1000);
                exchange.getResponseBody().write('{');
                exchange.getResponseBody().flush();
                sleep(Duration.ofSeconds(2));
            });
        }
        RegistryClient hasty = client(registry.url(), Duration.ofMillis(200));

        assertThatThrownBy(() -> hasty.create("/parties/x", "admin", Map.of())).isInstanceOf(CannotGoOn.class)
                .hasMessageContaining("no answer");
    }

    @Test
    void aTokenThatIsRefusedEndsTheLoad() {
        registry.faults.add(FakeRegistry.problem(401, "token_expired", null));

        assertThatThrownBy(() -> create("a")).isInstanceOf(CannotGoOn.class).hasMessageContaining("token_expired");
    }

    @Test
    void anImportAnswersForEachRowByItsLine() {
        registry.refuses = row -> row.at("/externalIds/0/id").asText().equals("b");

        List<RecordResult> results = client.importRows("/incidents", "publisher", List.of(row("a"), row("b"), row("c")), 2001);

        assertThat(results).extracting(RecordResult::line, RecordResult::result).containsExactly(tuple(2001L, Result.CREATED),
                tuple(2002L, Result.REFUSED), tuple(2003L, Result.CREATED));
        assertThat(results.get(1).problem().inOneLine()).isEqualTo("bad_row  /x m");
        assertThat(results.get(0).id()).isNotBlank();
    }

    @Test
    void anImportWhoseAnswerIsCutIsSentAgainAndNothingIsTwice() {
        registry.faults.add(exchange -> {
            byte[] half = "{\"line\":1,\"result\":\"created\",\"id\":\"1\"}\n{\"line\":2,\"res"
                    .getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write(half);
        });

        assertThat(client.importRows("/incidents", "publisher", List.of(row("a"), row("b")), 1)).hasSize(2)
                .allMatch(result -> result.result() == Result.CREATED);
        assertThat(registry.rows).hasSize(2);
    }

    private RecordResult create(String name) {
        return client.create("/parties/x", "admin", Map.of("name", name));
    }

    private static Map<String, Object> row(String id) {
        return Map.of("externalIds", List.of(Map.of("system", "s", "id", id)));
    }

    private static RegistryClient client(String url, Duration answerWithin) {
        return new RegistryClient(URI.create(url), (role, organisation) -> role + "-of-" + organisation, "org",
                new Connection(SHORT, answerWithin, Clock.systemUTC()));
    }

    private static void sleep(Duration time) {
        try {
            Thread.sleep(time.toMillis());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
