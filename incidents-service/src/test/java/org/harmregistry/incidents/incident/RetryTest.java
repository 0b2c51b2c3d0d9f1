package org.harmregistry.incidents.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.harmregistry.incidents.incident.IncidentApi.INCIDENTS;
import static org.harmregistry.incidents.incident.IncidentApi.as;
import static org.harmregistry.incidents.incident.IncidentApi.body;
import static org.harmregistry.incidents.incident.IncidentApi.create;
import static org.harmregistry.incidents.incident.IncidentApi.importRows;
import static org.harmregistry.kit.testing.Outcomes.outcome;
import static org.harmregistry.kit.testing.Problems.problem;
import static org.harmregistry.kit.testing.Problems.problemAt;

import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import org.harmregistry.kit.testing.PostgresResource;
import org.harmregistry.kit.testing.Tokens;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;

/** A client that does not know whether its request arrived sends it again. */
@QuarkusTest
@WithTestResource(value = PostgresResource.class, scope = TestResourceScope.GLOBAL)
class RetryTest {

    private static final String TOKEN = Tokens.contributor("retry");

    @TestHTTPResource
    URI address;

    private static Response send(String key, String content) {
        return as(TOKEN).contentType("application/json").header("Idempotency-Key", key).body(content).post(INCIDENTS);
    }

    @Test
    void givesTheFirstAnswerAgainForTheSameKeyAndBody() {
        String key = UUID.randomUUID().toString();
        Response first = send(key, body(""));
        Response second = send(key, body(""));

        first.then().statusCode(201);
        second.then().statusCode(201).header("Location", first.header("Location")).header("ETag", first.header("ETag"));
        assertThat(second.asString()).isEqualTo(first.asString());
        send(key, body("\"summary\":\"x\"")).then().spec(problemAt(422, "idempotency_key_reused", "#Idempotency-Key"));
        as(Tokens.contributor("retry-b")).contentType("application/json").header("Idempotency-Key", key).body(body(""))
                .post(INCIDENTS).then().statusCode(201);
    }

    @Test
    void keepsNoRefusal() {
        String key = UUID.randomUUID().toString();

        send(key, body("\"nonsense\":1")).then().spec(problem(400, "unknown_field"));
        send(key, body("\"parties\":[{\"party\":\"nobody-knows\",\"role\":\"known\"}]")).then()
                .spec(problem(422, "party_unknown"));
        send(key, body("")).then().statusCode(201);
    }

    @Test
    void takesNoKeyThatCannotBeOne() {
        send("k".repeat(201), body("")).then().spec(problem(400, "idempotency_key_invalid"));
        send("two words", body("")).then().spec(problem(400, "idempotency_key_invalid"));
    }

    @Test
    void repeatsAStepThoughTheVersionHasMovedOn() {
        String id = create(TOKEN, body("")).path("id");
        String key = UUID.randomUUID().toString();

        for (int i = 0; i < 2; i++) {
            as(TOKEN).contentType("application/json").header("If-Match", "\"1.own\"").header("Idempotency-Key", key)
                    .body("{\"reason\":\"ready\"}").post(INCIDENTS + "/" + id + "/submission").then().statusCode(200)
                    .header("ETag", "\"2.own\"").body("status", equalTo("submitted"));
        }
        as(TOKEN).get(INCIDENTS + "/" + id).then().body("version", equalTo(2));
    }

    @Test
    void makesOneRecordOfManyParallelSendings() throws Exception {
        String key = UUID.randomUUID().toString();
        ExecutorService many = Executors.newFixedThreadPool(20);
        try {
            List<CompletableFuture<Response>> answers = IntStream.range(0, 20)
                    .mapToObj(i -> CompletableFuture.supplyAsync(() -> send(key, body("\"summary\":\"parallel\"")), many))
                    .toList();
            List<Response> all = answers.stream().map(CompletableFuture::join).toList();

            assertThat(all).allMatch(answer -> answer.statusCode() == 201 || answer.statusCode() == 409);
            assertThat(all.stream().filter(answer -> answer.statusCode() == 201).map(answer -> answer.<String> path("id"))
                    .distinct()).hasSize(1);
            all.stream().filter(answer -> answer.statusCode() == 409)
                    .forEach(answer -> answer.then().spec(problem(409, "idempotency_in_progress")));
        } finally {
            many.shutdownNow();
        }
    }

    @Test
    void makesOneRecordOfManyParallelPuts() throws Exception {
        String id = UUID.randomUUID().toString();
        ExecutorService many = Executors.newFixedThreadPool(20);
        try {
            List<Integer> statuses = IntStream.range(0, 20).mapToObj(i -> CompletableFuture.supplyAsync(() -> as(TOKEN)
                    .contentType("application/json").header("If-None-Match", "*").body(body("")).put(INCIDENTS + "/" + id)
                    .statusCode(), many)).toList().stream().map(CompletableFuture::join).toList();

            assertThat(statuses).filteredOn(status -> status == 201).hasSize(1);
            assertThat(statuses).filteredOn(status -> status == 412).hasSize(19);
        } finally {
            many.shutdownNow();
        }
    }

    @Test
    void finishesAnImportThatWasCutHalfWay() throws Exception {
        String system = IncidentApi.unique("retry");
        String[] rows = IntStream.rangeClosed(1, 900)
                .mapToObj(i -> "{\"externalIds\":[{\"system\":\"" + system + "\",\"id\":\"" + i
                        + "\"}],\"title\":\"Event\",\"dataset\":\"" + system + "\",\"occurred\":{\"from\":\"2016-03-04\"}}")
                .toArray(String[]::new);

        sendHalfAndHangUp(String.join("\n", rows), system);
        long arrived = countOnceQuiet(system);
        List<JsonPath> results = importRows(TOKEN, rows);

        assertThat(arrived).isBetween(200L, 899L);
        assertThat(results).filteredOn(result -> outcome(result).equals("unchanged")).hasSize((int) arrived);
        assertThat(results).filteredOn(result -> outcome(result).equals("created")).hasSize(900 - (int) arrived);
        assertThat(count(system)).isEqualTo(900);
    }

    /** The line goes dead once something has been written. */
    private void sendHalfAndHangUp(String content, String dataset) throws Exception {
        byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
        try (Socket socket = new Socket(address.getHost(), address.getPort())) {
            socket.getOutputStream()
                    .write(("POST " + INCIDENTS + "/import HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
                            + TOKEN + "\r\nContent-Type: application/x-ndjson\r\nContent-Length: " + bytes.length + "\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().write(bytes, 0, bytes.length / 2);
            socket.getOutputStream().flush();
            for (int i = 0; i < 100 && count(dataset) == 0; i++) {
                TimeUnit.MILLISECONDS.sleep(100);
            }
        }
    }

    private static long countOnceQuiet(String dataset) throws InterruptedException {
        long last = -1;
        for (int i = 0; i < 40; i++) {
            TimeUnit.MILLISECONDS.sleep(250);
            long now = count(dataset);
            if (now == last) {
                return now;
            }
            last = now;
        }
        return last;
    }

    private static long count(String dataset) {
        return as(TOKEN).queryParam("dataset", dataset).queryParam("count", "exact").queryParam("limit", 1).get(INCIDENTS)
                .then()
                .statusCode(200).extract().jsonPath().getLong("count");
    }
}
