package org.harmregistry.reports;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import org.harmregistry.kit.testing.Problems;
import org.harmregistry.kit.testing.Tokens;
import org.harmregistry.reports.edition.domain.EditionClaims;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.vertx.VertxContextSupport;
import io.restassured.path.json.JsonPath;

/** The life of an edition: held back by people and by time, let out once, taken back with a reason. */
@ServiceTest
class EditionLifeTest {

    private static final String TWO_PERSONS = "\"publication\": {\"rule\": \"two_persons\"}";

    @Inject
    EditionClaims claims;

    @BeforeEach
    void neighbours() {
        ReportsScene.neighbours("world=river");
    }

    @Test
    void twoPeopleLetItOut() {
        String slug = ReportsScene.slug();
        JsonPath gated = ReportsScene.made(slug, ReportsScene.with(ReportsScene.river(), TWO_PERSONS));
        String id = gated.getString("id");
        assertThat(gated.getString("status")).isEqualTo("gated");
        assertThat(gated.getString("cause.code")).isEqualTo("approval_awaited");
        given().get("/api/v1/editions/" + id).then().spec(Problems.problem(404, "not_found"));
        given().accept("text/html").get("/editions/" + id).then().statusCode(404);
        JsonPath preview = file(Tokens.analyst(), id);

        ReportsScene.decide(Tokens.publisher(), id, "publication").spec(Problems.problem(409, "approval_missing"));
        ReportsScene.decide(Tokens.analyst(), id, "approval").spec(Problems.problem(403, "forbidden"));
        ReportsScene.decide(Tokens.publisher(), id, "approval").statusCode(200)
                .body("approval.approvedBy", equalTo("publisher-1")).body("cause.code", equalTo("publication_awaited"));
        ReportsScene.decide(ReportsScene.secondPublisher(), id, "approval").spec(Problems.problem(409, "already_approved"));
        ReportsScene.decide(Tokens.publisher(), id, "publication").spec(Problems.problem(409, "second_person_required"));
        ReportsScene.makeDue();
        assertThat(ReportsScene.edition(slug).getString("status")).isEqualTo("gated");

        ReportsScene.decide(ReportsScene.secondPublisher(), id, "publication").statusCode(200)
                .body("cause.code", equalTo("publication_due"));
        ReportsScene.makeDue();
        assertThat(ReportsScene.edition(slug).getString("status")).isEqualTo("published");
        JsonPath out = file(null, id);
        assertThat((Object) out.get("figures")).isEqualTo(preview.get("figures"));
        assertThat((Object) out.get("sections")).isEqualTo(preview.get("sections"));
        assertThat(out.getString("digest")).isEqualTo(gated.getString("digest"));
        given().get("/api/v1/editions/" + id).then().body("approval", nullValue()).body("findings", nullValue());
        given().get("/api/v1/editions/" + id + "/verification").then().body("matches", equalTo(true));
    }

    @Test
    void asksForReasonVersionAndRepeatsSafely() {
        String id = ReportsScene.made(ReportsScene.slug(), ReportsScene.with(ReportsScene.river(), TWO_PERSONS))
                .getString("id");
        String address = "/api/v1/editions/" + id + "/approval";
        var request = given().auth().oauth2(Tokens.publisher()).contentType("application/json").header("Idempotency-Key", id);
        given().contentType("application/json").body("{\"reason\": \"x\"}").post(address).then()
                .spec(Problems.problem(401, "unauthenticated"));
        request.body("{}").post(address).then().spec(Problems.problemAt(400, "missing_field", "/reason"));
        request.body("{\"reason\": \"checked\"}").post(address).then().spec(Problems.problem(428, "precondition_required"));
        given().auth().oauth2(Tokens.publisher()).contentType("application/json").header("If-Match", "\"1.edition\"")
                .body("{\"reason\": \"checked\"}").post(address).then().spec(Problems.problem(412, "version_stale"));
        var current = given().auth().oauth2(Tokens.publisher()).contentType("application/json").header("Idempotency-Key", id)
                .header("If-Match", "\"2.edition\"").body("{\"reason\": \"checked\"}");
        current.post(address).then().statusCode(200).body("version", equalTo(3));
        current.post(address).then().statusCode(200).body("version", equalTo(3));
    }

    @Test
    void anEmbargoEndsAtItsInstantAndOnce() {
        String slug = ReportsScene.slug();
        Instant until = Instant.now().plus(Duration.ofHours(1));
        JsonPath gated = ReportsScene.made(slug, ReportsScene.with(ReportsScene.river(),
                "\"publication\": {\"rule\": \"unattended\", \"embargoUntil\": \"" + until + "\"}"));
        String id = gated.getString("id");
        assertThat(gated.getString("cause.code")).isEqualTo("embargoed");
        assertThat(gated.getList("figures")).isNotEmpty();
        ReportsScene.makeDue();
        given().get("/api/v1/editions/" + id + "/files/json").then().spec(Problems.problem(404, "not_found"));

        // Time passes: the claim and the decision both ask the register's clock.
        ReportsScene
                .sql("update edition set embargo_until = now() - interval '1 second', next_attempt_at = now() where id = '" + id
                        + "'");
        IntStream.range(0, 2).parallel().forEach(replica -> ReportsScene.makeDue());
        assertThat(ReportsScene.edition(slug).getString("status")).isEqualTo("published");
        assertThat(publications(id)).isEqualTo(1);
    }

    @Test
    void isWithdrawnWithAReasonForEverybody() {
        String slug = ReportsScene.slug();
        String id = ReportsScene.made(slug, ReportsScene.river()).getString("id");
        given().auth().oauth2(Tokens.publisher()).contentType("application/json").header("If-Match", "*")
                .body("{\"reason\": \"A figure rests on <b>one</b> record too many.\"}")
                .post("/api/v1/editions/" + id + "/withdrawal").then().statusCode(200).body("status", equalTo("withdrawn"));

        for (String part : List.of("files/html", "files/json", "verification")) {
            given().get("/api/v1/editions/" + id + "/" + part).then().spec(Problems.problem(410, "edition_withdrawn"))
                    .body("detail", containsString("record too many"));
        }
        for (String page : List.of("/editions/" + id, "/reports/" + slug + "/2020-02-03--2020-02-29")) {
            given().accept("text/html").get(page).then().statusCode(410).contentType("text/html")
                    .body(containsString("&lt;b&gt;one&lt;/b&gt; record too many"));
        }
        given().get("/api/v1/editions/" + id).then().statusCode(200).body("status", equalTo("withdrawn"))
                .body("withdrawal.reason", containsString("record too many")).body("figures", nullValue())
                .body("files.size()", equalTo(0));
        given().auth().oauth2(Tokens.analyst()).get("/api/v1/editions/" + id + "/files/json").then().statusCode(200)
                .header("Cache-Control", containsString("private"));
        ReportsScene.decide(Tokens.publisher(), id, "withdrawal").spec(Problems.problem(409, "conflict_with_state"));
        assertThat(tombstones()).contains(id);
    }

    @Test
    void twoPeopleTakeItBack() {
        String slug = ReportsScene.slug();
        String id = ReportsScene.made(slug, ReportsScene.with(ReportsScene.river(), TWO_PERSONS)).getString("id");
        ReportsScene.decide(Tokens.publisher(), id, "approval").statusCode(200);
        ReportsScene.decide(ReportsScene.secondPublisher(), id, "publication").statusCode(200);
        ReportsScene.makeDue();
        String tag = given().get("/api/v1/editions/" + id).then().statusCode(200).extract().header("ETag");

        ReportsScene.decide(Tokens.publisher(), id, "withdrawal/confirmation")
                .spec(Problems.problem(409, "nothing_to_confirm"));
        ReportsScene.decide(Tokens.publisher(), id, "withdrawal").statusCode(200).body("status", equalTo("published"));
        given().header("If-None-Match", tag).get("/api/v1/editions/" + id).then().statusCode(304);
        ReportsScene.decide(Tokens.publisher(), id, "withdrawal/confirmation")
                .spec(Problems.problem(409, "second_person_required"));
        ReportsScene.decide(ReportsScene.secondPublisher(), id, "withdrawal/confirmation").statusCode(200)
                .body("status", equalTo("withdrawn"));
        given().get("/api/v1/editions/" + id + "/files/json").then().spec(Problems.problem(410, "edition_withdrawn"));
    }

    @Test
    void whatPublishesItselfTakesNoApproval() {
        String id = ReportsScene.made(ReportsScene.slug(), ReportsScene.with(ReportsScene.river(),
                "\"publication\": {\"rule\": \"unattended\", \"embargoUntil\": \"2999-01-01T00:00:00Z\"}")).getString("id");
        ReportsScene.decide(Tokens.publisher(), id, "approval").spec(Problems.problem(409, "publishes_itself"));
        ReportsScene.decide(Tokens.publisher(), id, "withdrawal").spec(Problems.problem(409, "conflict_with_state"));
    }

    @Test
    void anOlderEditionNeverFollowsANewerOne() {
        String slug = ReportsScene.slug();
        String first = ReportsScene.made(slug, ReportsScene.with(ReportsScene.river(), TWO_PERSONS)).getString("id");
        given().auth().oauth2(Tokens.publisher()).contentType("application/json").body("{}")
                .post("/api/v1/reports/" + slug + "/editions").then().statusCode(201);
        ReportsScene.makeDue();
        String second = ReportsScene.edition(slug).getString("id");
        for (String id : List.of(second, first)) {
            ReportsScene.decide(Tokens.publisher(), id, "approval").statusCode(200);
            ReportsScene.decide(ReportsScene.secondPublisher(), id, "publication").statusCode(200);
            ReportsScene.makeDue();
        }
        given().auth().oauth2(Tokens.publisher()).get("/api/v1/editions/" + first).then().body("status", equalTo("gated"))
                .body("cause.code", equalTo("newer_edition_out"));
        given().get("/api/v1/editions?report=" + slug).then().body("items.id", hasItem(second)).body("items.size()",
                equalTo(1));
    }

    @Test
    void aKilledReleaseIsTakenOverOnce() throws Throwable {
        String slug = ReportsScene.slug();
        String id = ReportsScene.made(slug, ReportsScene.with(ReportsScene.river(), TWO_PERSONS)).getString("id");
        ReportsScene.decide(Tokens.publisher(), id, "approval").statusCode(200);
        ReportsScene.decide(ReportsScene.secondPublisher(), id, "publication").statusCode(200);
        ReportsScene.sql("update edition set next_attempt_at = now() + interval '1 hour' where id <> '" + id
                + "' and status in ('draft', 'gated') and next_attempt_at is not null");
        EditionClaims.Claim dead = VertxContextSupport.subscribeAndAwait(claims::next);
        assertThat(dead.edition()).hasToString(id);
        ReportsScene.makeDue();
        assertThat(ReportsScene.edition(slug).getString("status")).isEqualTo("gated");

        ReportsScene.sql("update edition set claimed_until = now() - interval '1 second' where id = '" + id + "'");
        IntStream.range(0, 2).parallel().forEach(replica -> ReportsScene.makeDue());
        assertThat(ReportsScene.edition(slug).getString("status")).isEqualTo("published");
        assertThat(publications(id)).isEqualTo(1);
    }

    private static JsonPath file(String token, String id) {
        var request = token == null ? given() : given().auth().oauth2(token);
        return request.get("/api/v1/editions/" + id + "/files/json").then().statusCode(200).extract().jsonPath();
    }

    private static int publications(String id) {
        return ReportsScene.count("select count(*) from revision where record_id = '" + id + "' and kind = 'published'");
    }

    private static List<String> tombstones() {
        String after = null;
        List<String> found = new ArrayList<>();
        for (int page = 0; page < 50; page++) {
            JsonPath read = given().get("/api/v1/editions/changes?limit=200" + (after == null ? "" : "&after=" + after)).then()
                    .statusCode(200).extract().jsonPath();
            found.addAll(read.getList("items.findAll { it.tombstone && it.reason == 'withdrawn' }.id"));
            after = read.getString("page.next");
            if (!read.getBoolean("page.more")) {
                return found;
            }
        }
        return found;
    }
}
