package org.harmregistry.reports;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

import org.harmregistry.kit.testing.Problems;
import org.harmregistry.kit.testing.Tokens;
import org.harmregistry.reports.inquiry.InquiryStep;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.arc.Arc;
import io.quarkus.vertx.VertxContextSupport;
import io.restassured.response.ExtractableResponse;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;

/** Trials and recomputations that nobody waits for. */
@ServiceTest
class InquiryTest {

    @BeforeEach
    void nothingElseIsDue() {
        RunsScene.nothingElseIsDue("river");
        ReportsScene.sql("delete from inquiry");
    }

    @Test
    void aTrialIsTakenDownAndAnsweredAsIfSomebodyHadWaited() {
        String slug = ReportsScene.slug();
        ReportsScene.define(slug, ReportsScene.river());
        String address = trial(slug, null).statusCode(202).header("Retry-After", "2")
                .header("Preference-Applied", "respond-async").header("ETag", "\"1.inquiry\"").body("state", equalTo("waiting"))
                .body("askedBy", equalTo("publisher-1")).body("answer", nullValue()).extract().header("Location");
        assertThat(address).startsWith("/api/v1/reports/" + slug + "/trial/");
        publisher().get(address).then().statusCode(200).header("Retry-After", "2").body("state", equalTo("waiting"));

        answerDue();
        ExtractableResponse<Response> done = publisher().get(address).then().statusCode(200).header("Retry-After", nullValue())
                .body("state", equalTo("done")).body("attempts", equalTo(1)).body("endedAt", notNullValue())
                .body("problem", nullValue()).extract();
        // Each is of its own instant, which stands in its figures; the numbers are the same.
        var waited = publisher().contentType("application/json").post("/api/v1/reports/" + slug + "/trial").then()
                .statusCode(200).extract();
        for (String member : List.of("period", "sections", "findings", "figures.key", "figures.value", "figures.min")) {
            assertThat(done.<Object> path("answer." + member)).isEqualTo(waited.path(member));
        }
        assertThat(done.<List<?>> path("answer.figures")).isNotEmpty();
        assertThat(ReportsScene.count("select count(*) from edition where report = '" + slug + "'")).isZero();
        publisher().header("If-None-Match", done.header("ETag")).get(address).then().statusCode(304);

        ReportsScene.sql("update inquiry set ended_at = now() - interval '25 hours'");
        answerDue();
        publisher().get(address).then().spec(Problems.problem(404, "not_found"));
    }

    @Test
    void aRecomputationIsToo() {
        String id = ReportsScene.made(ReportsScene.slug(), ReportsScene.river()).getString("id");
        String address = given().auth().oauth2(Tokens.analyst()).header("Prefer", "respond-async")
                .post("/api/v1/editions/" + id + "/recomputation").then().statusCode(202).extract().header("Location");
        answerDue();
        given().auth().oauth2(Tokens.analyst()).get(address).then().statusCode(200).body("state", equalTo("done"))
                .body("answer.matches", equalTo(true)).body("answer.edition", equalTo(id));
        given().auth().oauth2(Tokens.analyst()).get(address.replace(id, UUID.randomUUID().toString())).then()
                .spec(Problems.problem(404, "not_found"));
    }

    @Test
    void isForThoseWhoMayAskAlone() {
        String slug = ReportsScene.slug();
        ReportsScene.define(slug, ReportsScene.river());
        String address = trial(slug, null).statusCode(202).extract().header("Location");
        given().get(address).then().spec(Problems.problem(404, "not_found"));
        given().auth().oauth2(Tokens.analyst()).get(address).then().spec(Problems.problem(404, "not_found"));
        given().auth().oauth2(Tokens.analyst()).contentType("application/json").header("Prefer", "respond-async")
                .post("/api/v1/reports/" + slug + "/trial").then().spec(Problems.problem(403, "forbidden"));
        publisher().contentType("application/json").header("Prefer", "respond-async").body("{\"period\": \"1999-01\"}")
                .post("/api/v1/reports/" + slug + "/trial").then()
                .spec(Problems.problemAt(422, "period_unknown", "/period"));
        assertThat(ReportsScene.count("select count(*) from inquiry")).isEqualTo(1);
    }

    @Test
    void isRepeatedSafelyAndSoManyWaitAndNoMore() {
        String slug = ReportsScene.slug();
        ReportsScene.define(slug, ReportsScene.river());
        String first = trial(slug, slug).statusCode(202).extract().header("Location");
        assertThat(trial(slug, slug).statusCode(202).extract().header("Location")).isEqualTo(first);
        IntStream.range(0, 2).forEach(i -> trial(slug, null).statusCode(202));
        trial(slug, null).spec(Problems.problem(503, "too_many_inquiries")).header("Retry-After", "30");
        given().accept("text/html").get("/problems/too_many_inquiries").then().statusCode(200);
        IntStream.range(0, 2).parallel().forEach(replica -> answerDue());
        assertThat(ReportsScene.count("select count(*) from inquiry where state = 'done' and attempts = 1")).isEqualTo(3);
    }

    @Test
    void waitsForServicesThatAreAwayAndIsTakenOverFromWhoDied() {
        String slug = ReportsScene.slug();
        ReportsScene.define(slug, ReportsScene.river());
        String address = trial(slug, null).statusCode(202).extract().header("Location");
        ReportsScene.neighbours("world=river&away=1");
        answerDue();
        publisher().get(address).then().body("state", equalTo("waiting"))
                .body("problem.code", equalTo("neighbour_unavailable")).body("nextAttemptAt", notNullValue());
        ReportsScene.neighbours("world=river");
        ReportsScene.sql("update inquiry set state = 'running', claimed_by = gen_random_uuid(), next_attempt_at = now(),"
                + " claimed_until = now() - interval '1 second'");
        answerDue();
        publisher().get(address).then().body("state", equalTo("done")).body("attempts", equalTo(2));

        String lost = trial(slug, null).statusCode(202).extract().header("Location");
        ReportsScene.sql("update inquiry set attempts = 5 where state = 'waiting'");
        answerDue();
        publisher().get(lost).then().body("state", equalTo("failed")).body("problem.code", equalTo("inquiry_lost"));
    }

    private static RequestSpecification publisher() {
        return given().auth().oauth2(Tokens.publisher());
    }

    private static ValidatableResponse trial(String slug, String key) {
        var request = publisher().contentType("application/json").header("Prefer", "respond-async");
        return (key == null ? request : request.header("Idempotency-Key", key)).post("/api/v1/reports/" + slug + "/trial")
                .then();
    }

    private static void answerDue() {
        InquiryStep step = Arc.container().instance(InquiryStep.class).get();
        try {
            VertxContextSupport.subscribeAndAwait(step::answerDue);
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }
}
