package org.harmregistry.kit;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.harmregistry.kit.testing.Problems.problem;
import static org.harmregistry.kit.testing.Problems.problemAt;

import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

import org.harmregistry.kit.testing.PostgresResource;
import org.harmregistry.kit.testing.Tokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;

/** The conventions that all services share, seen from outside on a sample collection. */
@QuarkusTest
@WithTestResource(PostgresResource.class)
class ConventionsTest {

    private static RequestSpecification as(String token) {
        return given().auth().oauth2(token).contentType("application/json");
    }

    private static String quoted(String text) {
        return "{\"text\": \"" + text + "\"}";
    }

    private static Response create(String text) {
        return as(Tokens.contributor("org-a")).body(quoted(text)).post("/api/v1/notes");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', value = {
            "duplicate_key  | /text    | {\"text\": \"a\", \"text\": \"b\"}",
            "unknown_field  | /colour  | {\"colour\": \"red\"}",
            "wrong_type     | /pages   | {\"pages\": 7.9}",
            "wrong_type     | /pages   | {\"pages\": \"7\"}",
            "wrong_type     | /text    | {\"text\": 7}",
            "wrong_type     | /shown   | {\"shown\": \"true\"}",
            "invalid_text   | /text    | {\"text\": \"half a pair \\ud800\"}",
            "invalid_text   | /text    | {\"text\": \"nul \\u0000\"}",
            "invalid_date   | /on      | {\"on\": \"2017-02-30\"}",
            "invalid_text   | /parts/1/text | {\"parts\": [{\"text\": \"a\"}, {\"text\": \"\\udc00\"}]}",
            "duplicate_key  | /parts/0/text | {\"parts\": [{\"text\": \"a\", \"text\": \"a\"}]}",
    })
    void malformedJsonIsRefusedWithItsPlace(String code, String pointer, String body) {
        as(Tokens.contributor("org-a")).body(body).post("/api/v1/notes").then().spec(problemAt(400, code, pointer));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', value = { "{", "[]", "null", "{} {}", "{\"text\": \"a\"", "nonsense" })
    void brokenJsonIsRefused(String body) {
        int status = as(Tokens.contributor("org-a")).body(body).post("/api/v1/notes").then().extract().statusCode();

        assertThat(status).isEqualTo(400);
    }

    @Test
    void aBodyOfAThousandLevelsIsRefused() {
        String body = "{\"parts\": [".repeat(1000) + "]}".repeat(1000);

        as(Tokens.contributor("org-a")).body(body).post("/api/v1/notes").then().statusCode(400);
    }

    @Test
    void aBodyAboveOneMebibyteIsRefused() {
        as(Tokens.contributor("org-a")).body(quoted("x".repeat(1_100_000))).post("/api/v1/notes").then()
                .spec(problem(413, "body_too_large"));
    }

    @Test
    void writesWithoutAGoodTokenAreRefusedBeforeAnythingElse() {
        given().contentType("text/plain").body("x").post("/api/v1/notes").then().spec(problem(401, "unauthenticated"));
        as("not a token").body(quoted("a")).post("/api/v1/notes").then().spec(problem(401, "unauthenticated"));
        as(Tokens.expired()).body(quoted("a")).post("/api/v1/notes").then().spec(problem(401, "unauthenticated"));
        as(Tokens.ofOtherAudience()).body(quoted("a")).post("/api/v1/notes").then().spec(problem(401, "unauthenticated"));
        as(Tokens.expired()).get("/api/v1/notes/changes").then().spec(problem(401, "unauthenticated"));
    }

    @Test
    void frameworkRefusalsHaveTheSameShape() {
        as(Tokens.publisher()).body(quoted("a")).post("/api/v1/notes").then().spec(problem(403, "forbidden"));
        as(Tokens.analyst()).get("/api/v1/notes/unannotated").then().spec(problem(403, "forbidden"));
        given().get("/api/v1/notes/unannotated").then().spec(problem(401, "unauthenticated"));
        given().get("/api/v1/nowhere").then().spec(problem(404, "not_found")).body("instance", equalTo("/api/v1/nowhere"));
        as(Tokens.analyst()).delete("/api/v1/notes").then().spec(problem(405, "method_not_allowed"));
        given().auth().oauth2(Tokens.contributor("org-a")).contentType("text/plain").body("x").post("/api/v1/notes").then()
                .spec(problem(415, "unsupported_media_type"));
        given().accept("image/png").get("/api/v1/notes/changes").then().spec(problem(406, "not_acceptable"));
        given().get("/api/v1/notes/broken").then().spec(problem(500, "unexpected"));
    }

    @Test
    void unknownAndRepeatedParametersAreRefused() {
        given().get("/api/v1/notes/changes?colour=red").then().spec(problemAt(400, "unknown_parameter", "?colour"));
        given().get("/api/v1/notes/changes?limit=1&limit=2").then().spec(problemAt(400, "repeated_parameter", "?limit"));
    }

    @ParameterizedTest
    @CsvSource({ "0", "201", "10000", "-1", "ten", "1.5" })
    void aLimitOutOfRangeIsRefused(String limit) {
        given().get("/api/v1/notes/changes?limit=" + limit).then().spec(problemAt(400, "limit_out_of_range", "?limit"));
    }

    @Test
    void aTamperedCursorIsRefused() {
        String next = given().get("/api/v1/notes/changes").then().extract().path("page.next");
        char first = next.charAt(0) == 'A' ? 'B' : 'A';

        given().get("/api/v1/notes/changes?after=" + first + next.substring(1)).then()
                .spec(problemAt(400, "invalid_cursor", "?after"));
        given().get("/api/v1/notes/changes?after=x").then().spec(problemAt(400, "invalid_cursor", "?after"));
    }

    @Test
    void aChangeNeedsTheCurrentTag() {
        Response made = create("first words");
        var patch = as(Tokens.contributor("org-a")).contentType("application/merge-patch+json").body(quoted("second words"));
        String address = made.header("Location");

        patch.patch(address).then().spec(problemAt(428, "precondition_required", "#If-Match"));
        patch.header("If-Match", "\"99.own\"").patch(address).then().spec(problem(412, "version_stale"))
                .header("ETag", made.header("ETag"));
        as(Tokens.contributor("org-a")).contentType("application/merge-patch+json").body(quoted("second words"))
                .header("If-Match", made.header("ETag")).patch(address).then().statusCode(200).body("version", equalTo(2));
        as(Tokens.contributor("org-a")).header("If-None-Match", "\"2.own\"").get(address).then().statusCode(304);
    }

    @Test
    void whatIsNotVisibleIsNotThere() {
        String address = create("private words").header("Location");

        given().get(address).then().spec(problem(404, "not_found"));
        as(Tokens.contributor("org-b")).get(address).then().spec(problem(404, "not_found"));
        given().get("/api/v1/notes/" + UUID.randomUUID()).then().spec(problem(404, "not_found"));
    }

    @Test
    void aRetryWithTheSameKeyGivesTheFirstAnswerAgain() {
        var first = as(Tokens.contributor("org-a")).header("Idempotency-Key", "k-1").body(quoted("once")).post("/api/v1/notes");
        var again = as(Tokens.contributor("org-a")).header("Idempotency-Key", "k-1").body(quoted("once")).post("/api/v1/notes");

        assertThat(again.statusCode()).isEqualTo(201);
        assertThat(again.header("Location")).isEqualTo(first.header("Location")).isNotNull();
        assertThat(again.asString()).isEqualTo(first.asString());
        as(Tokens.contributor("org-a")).header("Idempotency-Key", "k-1").body(quoted("other")).post("/api/v1/notes").then()
                .spec(problem(422, "idempotency_key_reused"));
        as(Tokens.contributor("org-a")).header("Idempotency-Key", "with space").body(quoted("x")).post("/api/v1/notes").then()
                .spec(problem(400, "idempotency_key_invalid"));
    }

    @Test
    void parallelRetriesHaveOneEffect() {
        List<Integer> statuses = IntStream.range(0, 20).parallel().mapToObj(i -> as(Tokens.contributor("org-a"))
                .header("Idempotency-Key", "parallel").body(quoted("just one")).post("/api/v1/notes").statusCode()).toList();

        assertThat(statuses).contains(201).isSubsetOf(201, 409);
    }

    @Test
    void theFeedTellsEveryVersionAndLeavesATombstone() {
        String start = endOfFeed();
        Response made = as(Tokens.contributor("org-a")).body("{\"text\": \"told\", \"shown\": true}").post("/api/v1/notes");
        String afterFirst = changesOnceThere(start, 1).body("items[0].version", equalTo(1)).extract().path("page.next");
        as(Tokens.contributor("org-a")).contentType("application/merge-patch+json").body("{\"shown\": false}")
                .header("If-Match", made.header("ETag")).patch(made.header("Location")).then().statusCode(200);

        changesOnceThere(afterFirst, 1).body("items[0].version", equalTo(2)).body("items[0].tombstone", equalTo(true))
                .body("items[0].reason", equalTo("no_longer_public"));
        given().get("/api/v1/notes/changes?after=" + start).then().body("items.version", equalTo(List.of(2)));
        as(Tokens.contributor("org-a")).get("/api/v1/notes/changes?after=" + start).then()
                .body("items.version", equalTo(List.of(1, 2))).body("page.next", notNullValue());
    }

    /** A change has its position within a second, not at once: another replica may just be giving positions. */
    private static ValidatableResponse changesOnceThere(String after, int count) {
        ValidatableResponse page = given().get("/api/v1/notes/changes?after=" + after).then();
        for (int i = 0; i < 50 && page.extract().<List<?>> path("items").size() < count; i++) {
            LockSupport.parkNanos(100_000_000);
            page = given().get("/api/v1/notes/changes?after=" + after).then();
        }
        return page.body("items", hasSize(count));
    }

    private static String endOfFeed() {
        String after = given().get("/api/v1/notes/changes?limit=200").then().extract().path("page.next");
        Boolean more = true;
        while (more) {
            var page = given().get("/api/v1/notes/changes?limit=200&after=" + after).then().extract();
            more = page.path("page.more");
            after = page.path("page.next");
        }
        return after;
    }

    @Test
    void aPositionIsGivenOnlyAfterCommit() throws SQLException {
        String start = endOfFeed();
        UUID late = UUID.randomUUID();
        try (var slow = PostgresResource.asService()) {
            slow.setAutoCommit(false);
            try (var insert = slow.createStatement()) {
                insert.execute("insert into change (collection, record_id, version, kind, public_before, public_after)"
                        + " values ('notes', '" + late + "', 1, 'created', false, true)");
            }
            as(Tokens.contributor("org-a")).body("{\"text\": \"fast\", \"shown\": true}").post("/api/v1/notes");
            String afterFast = changesOnceThere(start, 1).extract().path("page.next");
            slow.commit();

            changesOnceThere(afterFast, 1).body("items[0].id", equalTo(late.toString()));
        }
    }

    @ParameterizedTest
    @CsvSource({ "update revision set reason = 'x'", "delete from revision", "truncate revision", "delete from change",
            "update change set version = 7", "truncate change", "update feed_epoch set epoch = gen_random_uuid()" })
    void theServiceRoleCannotAlterHistory(String statement) throws SQLException {
        try (var connection = PostgresResource.asService(); var attempt = connection.createStatement()) {
            assertThat(org.assertj.core.api.Assertions.catchThrowableOfType(SQLException.class,
                    () -> attempt.execute(statement)).getSQLState()).isEqualTo("42501");
        }
    }
}
