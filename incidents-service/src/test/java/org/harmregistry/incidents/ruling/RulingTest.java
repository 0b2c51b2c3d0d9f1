package org.harmregistry.incidents.ruling;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.harmregistry.incidents.incident.IncidentApi.INCIDENTS;
import static org.harmregistry.incidents.incident.IncidentApi.as;
import static org.harmregistry.incidents.incident.IncidentApi.body;
import static org.harmregistry.incidents.incident.IncidentApi.create;
import static org.harmregistry.incidents.incident.IncidentApi.patch;
import static org.harmregistry.incidents.incident.IncidentApi.publicIncident;
import static org.harmregistry.incidents.incident.IncidentApi.step;
import static org.harmregistry.kit.testing.Problems.problem;
import static org.harmregistry.kit.testing.Problems.problemAt;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

import org.assertj.core.api.Assertions;
import org.harmregistry.kit.testing.PostgresResource;
import org.harmregistry.kit.testing.Tokens;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;

/** Gradings and strike statuses: proposed by one analyst, confirmed by another. */
@QuarkusTest
@WithTestResource(value = PostgresResource.class, scope = TestResourceScope.GLOBAL)
class RulingTest {

    private static final String AUTHOR = Tokens.contributor("ruling");
    private static final String FIRST = Tokens.of("analyst", "registry", "analyst-first");
    private static final String SECOND = Tokens.of("analyst", "registry", "analyst-second");
    private static final String FAIR = "{\"grading\":\"fair\",\"standardOfProof\":\"two_independent_sources\",\"reason\":\"two papers\"}";
    private static final String WEAK = "{\"grading\":\"weak\",\"standardOfProof\":\"reasonable_grounds\",\"reason\":\"one source\"}";

    private static String incident() {
        return create(AUTHOR, body("")).then().statusCode(201).extract().path("id");
    }

    private static Response propose(String token, String id, String collection, String content) {
        return as(token).contentType("application/json").body(content).post(INCIDENTS + "/" + id + "/" + collection);
    }

    private static Response confirm(String token, String id, String collection, int number, String ifMatch) {
        return as(token).contentType("application/json").header("If-Match", ifMatch).body("{\"reason\":\"checked\"}")
                .post(INCIDENTS + "/" + id + "/" + collection + "/" + number + "/confirmation");
    }

    private static Response read(String token, String id) {
        return as(token).get(INCIDENTS + "/" + id);
    }

    @Test
    void gradesOnceTwoAnalystsAgree() {
        String id = incident();

        propose(FIRST, id, "gradings", FAIR).then().statusCode(201)
                .header("Location", endsWith("/incidents/" + id + "/gradings/1")).body("number", equalTo(1))
                .body("grading", equalTo("fair")).body("state", equalTo("proposed"));
        read(AUTHOR, id).then().body("harm", nullValue());
        confirm(SECOND, id, "gradings", 1, "\"1.full\"").then().statusCode(200).body("state", equalTo("confirmed"))
                .body("confirmedBy", equalTo("analyst-second")).body("standardOfProof", equalTo("two_independent_sources"));

        read(AUTHOR, id).then().body("harm.grading", equalTo("fair")).body("version", equalTo(2));
        as(FIRST).get(INCIDENTS + "/" + id + "/revisions").then().body("items[1].kind", equalTo("graded"))
                .body("items[1].reason", equalTo("two papers")).body("items[1].recordedBy", equalTo("analyst-second"))
                .body("items[1].snapshot.harm.grading", equalTo("fair"));
        confirm(SECOND, id, "gradings", 1, "*").then().spec(problem(409, "already_confirmed"));
    }

    @Test
    void keepsEarlierOnesAndCountsTheLatestConfirmed() {
        String id = incident();
        propose(FIRST, id, "gradings", FAIR);
        confirm(SECOND, id, "gradings", 1, "*").then().statusCode(200);
        propose(SECOND, id, "gradings", WEAK).then().body("number", equalTo(2));
        propose(FIRST, id, "gradings", FAIR.replace("fair", "contested")).then().body("number", equalTo(3));

        as(FIRST).get(INCIDENTS + "/" + id + "/gradings").then().statusCode(200)
                .body("items.number", contains(1, 2, 3))
                .body("items.state", contains("confirmed", "superseded", "proposed"))
                .body("items.grading", contains("fair", "weak", "contested"));
        read(AUTHOR, id).then().body("harm.grading", equalTo("fair"));
        confirm(FIRST, id, "gradings", 2, "*").then().spec(problem(409, "ruling_superseded"));
        confirm(SECOND, id, "gradings", 3, "*").then().statusCode(200);
        read(AUTHOR, id).then().body("harm.grading", equalTo("contested"));
    }

    @Test
    void showsEverybodyWhatIsConfirmedWithoutPersons() {
        String id = publicIncident("ruling", body(""));
        propose(FIRST, id, "gradings", FAIR);

        given().get(INCIDENTS + "/" + id + "/gradings").then().statusCode(200).body("items", hasSize(0));
        given().get(INCIDENTS + "/" + id + "/gradings/1").then().spec(problem(404, "not_found"));
        confirm(SECOND, id, "gradings", 1, "*").then().statusCode(200);
        Response shown = given().get(INCIDENTS + "/" + id + "/gradings");
        shown.then().body("items[0].grading", equalTo("fair")).body("items[0].state", equalTo("confirmed"));
        assertThat(shown.asString()).doesNotContain("analyst-").doesNotContain("two papers").doesNotContain("checked");
        given().header("If-None-Match", shown.header("ETag")).get(INCIDENTS + "/" + id + "/gradings").then().statusCode(304);
    }

    @Test
    void keepsTheStrikeStatusAsRecordedUntilTheFirstRuling() {
        String id = create(AUTHOR, body("\"strike\":{\"status\":\"single_source_claim\",\"types\":[\"airstrike\"]}"))
                .path("id");
        String likely = "{\"status\":\"likely_strike\",\"standardOfProof\":\"more_likely_than_not\",\"reason\":\"craters\"}";

        propose(FIRST, id, "strikeStatuses", likely).then().statusCode(201).body("status", equalTo("likely_strike"));
        read(AUTHOR, id).then().body("strike.status", equalTo("single_source_claim"));
        patch(AUTHOR, id, "\"1.own\"", "{\"strike\":{\"status\":\"contested_strike\"}}").then().statusCode(200);
        confirm(SECOND, id, "strikeStatuses", 1, "\"2.full\"").then().statusCode(200);
        read(AUTHOR, id).then().body("strike.status", equalTo("likely_strike")).body("strike.types", contains("airstrike"));
        patch(AUTHOR, id, "\"3.own\"", "{\"strike\":{\"status\":\"declared_strike\"}}").then()
                .spec(problemAt(422, "reasoned_field", "/strike/status"));
        patch(AUTHOR, id, "\"3.own\"", "{\"strike\":{\"types\":[\"artillery\"]}}").then().statusCode(200)
                .body("strike.status", equalTo("likely_strike"));
    }

    @Test
    void refusesInOrder() {
        String id = incident();
        String gradings = INCIDENTS + "/" + id + "/gradings";

        given().contentType("application/json").body("{").post(gradings).then().spec(problem(401, "unauthenticated"));
        propose(Tokens.contributor("stranger"), id, "gradings", "{").then().spec(problem(404, "not_found"));
        propose(AUTHOR, id, "gradings", "{").then().spec(problem(403, "forbidden"));
        propose(FIRST, id, "gradings", "{").then().spec(problem(400, "invalid_json"));
        propose(FIRST, id, "gradings", "{}").then().spec(problemAt(400, "missing_field", "/grading"));
        propose(FIRST, id, "gradings", "{\"grading\":\"certain\"}").then().spec(problemAt(400, "wrong_type", "/grading"));
        propose(FIRST, id, "gradings", "{\"grading\":\"fair\",\"reason\":\"x\"}").then()
                .spec(problemAt(400, "missing_field", "/standardOfProof"));
        propose(FIRST, id, "gradings", FAIR.replace("\"reason\":\"two papers\"", "\"reason\":\" \"")).then()
                .spec(problemAt(400, "missing_field", "/reason"));
        propose(FIRST, id, "gradings", FAIR.replace("}", ",\"state\":\"confirmed\"}")).then()
                .spec(problemAt(400, "unknown_field", "/state"));
        propose(FIRST, id, "gradings", FAIR).then().statusCode(201);
        as(SECOND).contentType("application/json").body("{}").post(gradings + "/1/confirmation").then()
                .spec(problem(428, "precondition_required"));
        confirm(SECOND, id, "gradings", 1, "\"9.full\"").then().spec(problem(412, "version_stale"));
        confirm(SECOND, id, "gradings", 7, "*").then().spec(problem(404, "not_found"));
        confirm(SECOND, id, "gradings", -1, "*").then().spec(problem(404, "not_found"));
        confirm(AUTHOR, id, "gradings", 1, "*").then().spec(problem(403, "forbidden"));
        confirm(FIRST, id, "gradings", 1, "*").then().spec(problem(409, "second_person_required"));
    }

    @Test
    void rulesOnNothingThatIsWithdrawn() {
        String id = incident();
        propose(FIRST, id, "gradings", FAIR).then().statusCode(201);
        step(AUTHOR, id, "withdrawal", "\"1.own\"").then().statusCode(200);

        propose(FIRST, id, "gradings", WEAK).then().spec(problem(409, "already_withdrawn"));
        confirm(SECOND, id, "gradings", 1, "*").then().spec(problem(409, "already_withdrawn"));
    }

    @Test
    void givesARetryTheFirstAnswer() {
        String id = incident();
        String key = UUID.randomUUID().toString();
        for (int i = 0; i < 2; i++) {
            as(FIRST).contentType("application/json").header("Idempotency-Key", key).body(FAIR)
                    .post(INCIDENTS + "/" + id + "/gradings").then().statusCode(201).body("number", equalTo(1));
        }
        for (int i = 0; i < 2; i++) {
            as(SECOND).contentType("application/json").header("Idempotency-Key", key).header("If-Match", "\"1.full\"")
                    .post(INCIDENTS + "/" + id + "/gradings/1/confirmation").then().statusCode(200);
        }
        read(AUTHOR, id).then().body("version", equalTo(2));
    }

    @Test
    void confirmsOnceHoweverManyConfirmAtOnce() {
        String id = incident();
        propose(FIRST, id, "gradings", FAIR).then().statusCode(201);
        ExecutorService many = Executors.newFixedThreadPool(25);
        try {
            List<Response> answers = IntStream.range(0, 50).mapToObj(i -> CompletableFuture.supplyAsync(() -> confirm(
                    i % 5 == 0 ? FIRST : Tokens.of("analyst", "registry", "analyst-" + i), id, "gradings", 1,
                    i % 2 == 0 ? "*" : "\"1.full\""), many)).toList().stream().map(CompletableFuture::join).toList();

            assertThat(answers.stream().filter(answer -> answer.statusCode() == 200)).hasSize(1);
            assertThat(answers).filteredOn(answer -> answer.statusCode() == 200)
                    .allMatch(answer -> !"analyst-first".equals(answer.path("confirmedBy")));
            assertThat(answers).filteredOn(answer -> answer.statusCode() != 200)
                    .extracting(answer -> answer.<String> path("code"))
                    .isSubsetOf("already_confirmed", "second_person_required", "version_stale");
        } finally {
            many.shutdownNow();
        }
        read(AUTHOR, id).then().body("version", equalTo(2)).body("harm.grading", equalTo("fair"));
        as(FIRST).get(INCIDENTS + "/" + id + "/revisions").then().body("items.kind", contains("created", "graded"));
    }

    @Test
    void cannotBeMadeToForgetOrToSkipTheSecondPersonByTheServiceItself() throws SQLException {
        String id = incident();
        propose(FIRST, id, "gradings", FAIR).then().statusCode(201);
        try (Connection connection = PostgresResource.asService(); Statement statement = connection.createStatement()) {
            for (String sql : List.of("update ruling set value = 'confirmed'", "delete from ruling",
                    "update ruling_confirmation set reason = null", "delete from ruling_confirmation")) {
                Assertions.assertThatThrownBy(() -> statement.execute(sql)).hasMessageContaining("permission denied");
            }
            Assertions.assertThatThrownBy(() -> statement.execute("insert into ruling_confirmation "
                    + "select id, proposed_by, proposed_by, now() from ruling where incident = '" + id + "'"))
                    .hasMessageContaining("ruling_confirmation_second_person_ck");
        }
    }
}
