package org.harmregistry.kit.export;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;
import static org.harmregistry.kit.testing.Problems.problem;
import static org.harmregistry.kit.testing.Problems.problemAt;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.zip.GZIPInputStream;

import jakarta.inject.Inject;

import org.harmregistry.kit.testing.PostgresResource;
import org.harmregistry.kit.testing.Tokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import io.vertx.mutiny.sqlclient.Pool;

@QuarkusTest
@TestProfile(ExportTest.ImpatientExports.class)
@WithTestResource(PostgresResource.class)
class ExportTest {

    private static final int MANY = 2_000_000;

    public static class ImpatientExports implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("registry.export.stall", "PT2S", "registry.export.look-every", "1s", "registry.export.at-once", "2");
        }
    }

    @TestHTTPResource("/api/v1/rows")
    URI rows;
    @Inject
    Pool pool;

    private static String accept(String accept, int count) {
        return given().accept(accept).queryParam("count", count).get("/api/v1/rows").then().statusCode(200).extract()
                .asString();
    }

    @Test
    void aCsvHoldsEveryRowBehindItsHead() {
        List<String> lines = accept("text/csv", 3_000).lines().toList();

        assertThat(lines).hasSize(3_002).startsWith("n,text", "#meta+id,", "1,\"'=الرقة, " + "x".repeat(500) + "\"");
        assertThat(lines.get(3_001)).startsWith("3000,");
    }

    @Test
    void aGeoJsonHoldsAFeaturePerRowAlsoWithoutAPoint() {
        JsonPath read = JsonPath.from(accept("application/geo+json", 1_000));

        assertThat(read.getString("type")).isEqualTo("FeatureCollection");
        assertThat(read.getList("features")).hasSize(1_000);
        assertThat(read.getString("features[0].geometry")).isNull();
        assertThat(read.getList("features[1].geometry.coordinates")).hasToString("[39.0, 35.5]");
        assertThat(read.getInt("features[999].properties.n")).isEqualTo(1_000);
        assertThat(JsonPath.from(accept("application/geo+json", 0)).getList("features")).isEmpty();
    }

    @Test
    void ndjsonHoldsALinePerRow() {
        assertThat(accept("application/x-ndjson", 700).lines()).hasSize(700)
                .allSatisfy(line -> assertThat(JsonPath.from(line).getString("text")).startsWith("=الرقة"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "text/csv                                              | text/csv",
            "*/*                                                   | application/json",
            "application/json;q=0.2, text/csv;q=0.9, */*;q=0.1     | text/csv",
            "text/csv;q=0, application/x-ndjson;q=0.1              | application/x-ndjson",
            "text/*                                                | text/csv",
            "application/geo+json, application/json;q=0.5          | application/geo+json",
    })
    void theHeaderDecidesByItsWeights(String accept, String type) {
        given().accept(accept).queryParam("count", 1).get("/api/v1/rows").then().statusCode(200)
                .contentType(startsWith(type))
                .header("Vary", accept.equals("*/*") ? equalTo(null) : startsWith("Authorization"));
    }

    @Test
    void theParameterGoesBeforeTheHeader() {
        given().accept("application/json").queryParam("count", 1).queryParam("format", "ndjson").get("/api/v1/rows").then()
                .statusCode(200).contentType(startsWith("application/x-ndjson"));
        given().queryParam("format", "xlsx").get("/api/v1/rows").then().spec(problemAt(400, "invalid_parameter", "?format"));
        given().accept("image/png").get("/api/v1/rows").then().spec(problem(406, "not_acceptable"));
        given().accept("text/csv;q=0").get("/api/v1/rows").then().spec(problem(406, "not_acceptable"));
    }

    @Test
    void aReaderWhoHoldsThePresentStateIsToldSo() {
        var request = given().accept("text/csv").queryParam("count", 5);
        String tag = request.get("/api/v1/rows").header("ETag");
        assertThat(tag).startsWith("W/\"");
        given().accept("text/csv").queryParam("count", 5).header("If-None-Match", tag).get("/api/v1/rows").then()
                .statusCode(304)
                .header("ETag", equalTo(tag));
        given().accept("text/csv").queryParam("count", 5).header("If-None-Match", tag).head("/api/v1/rows").then()
                .statusCode(304);
        given().accept("text/csv").queryParam("count", 6).header("If-None-Match", tag).get("/api/v1/rows").then()
                .statusCode(200);
        given().accept("application/x-ndjson").queryParam("count", 5).header("If-None-Match", tag).get("/api/v1/rows").then()
                .statusCode(200);

        given().auth().oauth2(Tokens.contributor("org-a")).contentType("application/json").body("{\"text\": \"new\"}")
                .post("/api/v1/notes").then().statusCode(201);

        given().accept("text/csv").queryParam("count", 5).header("If-None-Match", tag).get("/api/v1/rows").then()
                .statusCode(200);
    }

    @Test
    void headAnswersWithoutReadingRows() {
        for (int i = 0; i < 5; i++) {
            given().accept("text/csv").queryParam("count", MANY).head("/api/v1/rows").then().statusCode(200)
                    .header("Content-Disposition", equalTo("attachment; filename=\"notes.csv\""));
        }
    }

    @Test
    void gzipIsDoneWhileItStreams() throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(rows + "?format=csv&count=" + MANY))
                .header("Accept-Encoding", "gzip").build();
        HttpResponse<InputStream> answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofInputStream());

        assertThat(answer.headers().firstValue("Content-Encoding")).contains("gzip");
        try (InputStream text = new GZIPInputStream(answer.body())) {
            assertThat(new String(text.readNBytes(100_000), StandardCharsets.UTF_8)).startsWith("n,text\r\n").contains("\n99,");
        }
        await(() -> openTransactions() == 0);
    }

    @Test
    void aFailureBeforeTheFirstRowIsAProblemAndLaterOnABrokenAnswer() throws Exception {
        given().accept("text/csv").queryParam("count", 10).queryParam("bad", 2).get("/api/v1/rows").then()
                .spec(problem(500, "unexpected"));

        try (Socket socket = ask("?format=csv&count=" + MANY + "&bad=100000")) {
            String all = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(all).startsWith("HTTP/1.1 200").contains("\n90000,").doesNotEndWith("\r\n0\r\n\r\n");
        }
        await(() -> openTransactions() == 0);
    }

    @Test
    void aReaderWhoGoesAwayFreesItsConnection() throws Exception {
        try (Socket socket = ask("?format=csv&count=" + MANY)) {
            socket.getInputStream().readNBytes(1_000_000);
            assertThat(openTransactions()).isEqualTo(1);
        }

        await(() -> openTransactions() == 0);
    }

    @Test
    void aReaderWhoDoesNotReadIsCutOffAndHoldsLittle() throws Exception {
        long before = usedMemory();
        try (Socket first = ask("?format=csv&count=" + MANY); Socket second = ask("?format=ndjson&count=" + MANY)) {
            await(() -> openTransactions() == 2);
            assertThat(usedMemory() - before).isLessThan(32 << 20);
            given().accept("text/csv").queryParam("count", 1).get("/api/v1/rows").then().spec(problem(503, "overloaded"))
                    .header("Retry-After", "10");

            await(() -> openTransactions() == 0);

            given().accept("text/csv").queryParam("count", 1).get("/api/v1/rows").then().statusCode(200);
            assertThat(first.getInputStream().readAllBytes().length).isLessThan(MANY * 10);
        }
    }

    private Socket ask(String question) throws IOException {
        Socket socket = new Socket();
        socket.setReceiveBufferSize(65_536);
        socket.connect(new java.net.InetSocketAddress(rows.getHost(), rows.getPort()));
        socket.getOutputStream().write(("GET /api/v1/rows" + question + " HTTP/1.1\r\nHost: localhost\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    private long openTransactions() {
        return pool.query("select count(*) from pg_stat_activity where query not like '%pg_stat_activity%'"
                + " and usename = current_user and xact_start is not null and xact_start < now() - interval '50 milliseconds'")
                .execute().await().indefinitely().iterator().next().getLong(0);
    }

    private static long usedMemory() {
        List<Long> seen = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            System.gc();
            seen.add(Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory());
        }
        return seen.stream().min(Long::compare).orElseThrow();
    }

    private static void await(BooleanSupplier condition) {
        long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("waited too long").isLessThan(deadline);
            LockSupport.parkNanos(100_000_000);
        }
    }
}
