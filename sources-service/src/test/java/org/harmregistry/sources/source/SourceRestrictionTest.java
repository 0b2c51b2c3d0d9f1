package org.harmregistry.sources.source;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.emptyString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;
import static org.harmregistry.kit.testing.Problems.problem;
import static org.harmregistry.kit.testing.Problems.problemAt;
import static org.harmregistry.sources.testing.Requests.CITATIONS;
import static org.harmregistry.sources.testing.Requests.SOURCES;
import static org.harmregistry.sources.testing.Requests.article;
import static org.harmregistry.sources.testing.Requests.as;
import static org.harmregistry.sources.testing.Requests.create;
import static org.harmregistry.sources.testing.Requests.createPublic;
import static org.harmregistry.sources.testing.Requests.importRows;
import static org.harmregistry.sources.testing.Requests.patch;
import static org.harmregistry.sources.testing.Requests.results;
import static org.harmregistry.sources.testing.Requests.step;
import static org.harmregistry.sources.testing.Requests.unique;

import org.harmregistry.kit.testing.Tokens;
import org.harmregistry.sources.testing.Stores;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;

/** What is not done with a source, and how far it is relied on: each set with a reason. */
@QuarkusTest
@WithTestResource(value = Stores.class, scope = TestResourceScope.GLOBAL)
class SourceRestrictionTest {

    private static final String OWN = Tokens.contributor("org-a");

    @Test
    void nobodyChangesAFrozenSource() {
        String id = unique();
        String row = "{\"externalIds\": [{\"system\": \"feed\", \"id\": \"" + id
                + "\"}], \"kind\": \"article\", \"title\": \"%s\"}";
        String address = SOURCES + "/" + results(importRows(SOURCES, OWN, "upsert", row.formatted("First"))).get(0)
                .getString("id");
        step(address, "freezing", OWN).then().spec(problem(403, "forbidden"));
        step(address, "freezing", Tokens.analyst()).then().statusCode(200).body("restrictions", contains("frozen"));
        step(address, "freezing", Tokens.analyst()).then().spec(problem(409, "conflict_with_state"));

        patch(address, Tokens.publisher(), "\"2.full\"", "{\"title\": \"Changed\"}").then().spec(problem(409, "frozen"));
        results(importRows(SOURCES, OWN, "upsert", row.formatted("Second")))
                .forEach(result -> assertThat(result.getString("result")).isEqualTo("refused"));
        as(OWN).get(address).then().body("title", equalTo("First")).body("restrictions", contains("frozen"));

        step(address, "unfreezing", Tokens.analyst()).then().spec(problem(403, "forbidden"));
        step(address, "unfreezing", Tokens.publisher()).then().statusCode(200).body("restrictions", empty());
        patch(address, OWN, "\"3.own\"", "{\"title\": \"Changed\"}").then().statusCode(200);
        as(Tokens.analyst()).get(address + "/revisions").then()
                .body("items.kind", contains("created", "frozen", "unfrozen", "changed"))
                .body("items[1].reason", equalTo("checked by hand")).body("items[1].snapshot.restrictions", contains("frozen"));
    }

    @Test
    void aHiddenSourceIsOutOfPublicSightWithItsCitations() {
        String dataset = unique();
        String incident = unique();
        String address = createPublic(article("Hidden later", "\"dataset\": \"" + dataset + "\""));
        as(Tokens.analyst()).body("{\"incident\": \"" + incident + "\", \"stance\": \"mentions\"}")
                .post(address + "/citations").then().statusCode(201);
        given().get(address).then().statusCode(200).body("restrictions", nullValue());

        step(address, "hiding", Tokens.analyst()).then().statusCode(200).body("publication", equalTo("public"))
                .body("restrictions", contains("hidden"));

        given().get(address).then().spec(problem(404, "not_found"));
        given().queryParam("dataset", dataset).get(SOURCES).then().body("items", empty());
        given().queryParam("q", "hidden later").queryParam("dataset", dataset).get(SOURCES).then().body("items", empty());
        given().queryParam("dataset", dataset).queryParam("format", "ndjson").get(SOURCES).then()
                .body(emptyString());
        given().queryParam("incident", incident).get(CITATIONS).then().body("items", empty());
        as(Tokens.analyst()).queryParam("incident", incident).get(CITATIONS).then().body("items.incident", hasItem(incident));
        as(Tokens.contributor("org-b")).get(address).then().spec(problem(404, "not_found"));
        step(address, "unhiding", Tokens.publisher()).then().statusCode(200);
        given().get(address).then().statusCode(200);
    }

    @Test
    void anAcceptedSourceIsAssessedWithAReason() {
        String address = create(article("Assessed", "\"reliability\": \"C\"")).header("Location");
        patch(address, OWN, "\"1.own\"", "{\"reliability\": \"B\"}").then().statusCode(200);
        step(address, "acceptance", Tokens.analyst()).then().statusCode(200);

        patch(address, Tokens.analyst(), "\"3.full\"", "{\"reliability\": \"A\"}").then()
                .spec(problemAt(422, "reason_required", "/reliability"));
        patch(address, Tokens.analyst(), "\"3.full\"", "{\"title\": \"Still B\"}").then().statusCode(200);
        assess(address, OWN, "\"4.own\"", "{\"reliability\": \"A\", \"reason\": \"r\"}").then().spec(problem(403, "forbidden"));
        assess(address, Tokens.analyst(), "\"4.full\"", "{\"reliability\": \"A\"}").then()
                .spec(problemAt(400, "missing_field", "/reason"));
        assess(address, Tokens.analyst(), "\"4.full\"", "{\"credibility\": 7, \"reason\": \"r\"}").then()
                .spec(problemAt(400, "invalid_value", "/credibility"));
        assess(address, Tokens.analyst(), "\"4.full\"",
                "{\"reliability\": \"A\", \"credibility\": 2, \"reason\": \"two visits\"}")
                .then().statusCode(200).body("reliability", equalTo("A")).body("credibility", equalTo(2));
        as(Tokens.analyst()).get(address + "/revisions").then().body("items.kind", hasItem("assessed"))
                .body("items.reason", hasItem("two visits"));
    }

    private static Response assess(String address, String token, String tag, String body) {
        return as(token).header("If-Match", tag).body(body).post(address + "/assessment");
    }
}
