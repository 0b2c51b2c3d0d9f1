package org.harmregistry.reports;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import org.harmregistry.kit.testing.Problems;
import org.harmregistry.kit.testing.Tokens;
import org.junit.jupiter.api.Test;

import io.restassured.response.ValidatableResponse;

/** The pages around the reports, and editions that replace each other. */
@ServiceTest
class PagesTest {

    @Test
    void aPersonGetsAPageAndAProgramAProblem() {
        given().accept("text/html").get("/no/such/page").then().statusCode(404).contentType("text/html")
                .body(containsString("There is nothing at this address"));
        given().accept("text/html").get("/reports/none").then().statusCode(404).contentType("text/html");
        given().accept("*/*").get("/reports/none").then().spec(Problems.problem(404, "not_found"));
        given().accept("text/html, */*;q=0.8").get("/api/v1/reports/none").then().statusCode(404)
                .contentType("application/problem+json");
        given().accept("text/html").get("/problems/version_stale").then().statusCode(200)
                .body(containsString("Status 412, code version_stale"));
    }

    @Test
    void aNewEditionReplacesTheFirst() {
        ReportsScene.neighbours("world=raqqa");
        String slug = ReportsScene.slug();
        ReportsScene.define(slug, ReportsScene.casualties("coalition", "2018-06"));
        given().accept("text/html").get("/reports/" + slug).then().statusCode(200).body(containsString("Being prepared"));
        given().accept("text/html").get("/reports/" + slug + "/2018-06").then().statusCode(404);
        ReportsScene.makeDue();
        String first = ReportsScene.edition(slug).getString("id");

        order(slug, "again").statusCode(201).body("number", equalTo(2)).body("status", equalTo("draft"));
        order(slug, "again").statusCode(201).body("number", equalTo(2));
        order(slug, "other").spec(Problems.problem(409, "edition_being_made"));
        ReportsScene.makeDue();

        assertThat(ReportsScene.edition(slug).getInt("number")).isEqualTo(2);
        assertThat(ReportsScene.edition(slug).getString("status")).isEqualTo("published");
        given().get("/api/v1/editions/" + first).then().statusCode(200).body("status", equalTo("superseded"));
        given().accept("text/html").get("/editions/" + first).then().statusCode(200)
                .body(containsString("has replaced this one"));
        given().accept("text/html").get("/reports/" + slug + "/2018-06").then().statusCode(200)
                .body(not(containsString("has replaced this one")));
        given().get("/api/v1/editions/" + first + "/verification").then().body("matches", equalTo(true));
    }

    @Test
    void draftsAreNotForEverybody() {
        ReportsScene.neighbours("world=raqqa");
        String slug = ReportsScene.slug();
        ReportsScene.define(slug, ReportsScene.casualties("coalition", "2018-06"));
        ReportsScene.makeDue();
        order(slug, "more").statusCode(201);
        String draft = ReportsScene.edition(slug).getString("id");
        given().get("/api/v1/editions/" + draft).then().spec(Problems.problem(404, "not_found"));
        given().get("/api/v1/editions?report=" + slug).then().body("items.size()", equalTo(1));
        given().auth().oauth2(Tokens.publisher()).get("/api/v1/editions?report=" + slug).then()
                .body("items.size()", equalTo(2));
        listed(slug, "published").body("items.size()", equalTo(1)).body("items[0].status", equalTo("published"));
        listed(slug, "draft").body("items.size()", equalTo(1)).body("items[0].id", equalTo(draft));
        listed(slug, "published,draft").body("items.size()", equalTo(2));
        listed(slug, "withdrawn").body("items.size()", equalTo(0));
        given().get("/api/v1/editions?status=draft&report=" + slug).then().statusCode(200).body("items.size()", equalTo(0));
        given().get("/api/v1/editions?status=printed").then()
                .spec(Problems.problemAt(400, "invalid_parameter", "?status"));
        given().auth().oauth2(Tokens.publisher()).get("/api/v1/editions/" + draft + "/verification").then()
                .spec(Problems.problem(409, "conflict_with_state"));
    }

    private static ValidatableResponse listed(String slug, String status) {
        return given().auth().oauth2(Tokens.publisher()).get("/api/v1/editions?status=" + status + "&report=" + slug).then()
                .statusCode(200);
    }

    @Test
    void aReaderWhoHoldsAFileIsSpared() {
        ReportsScene.neighbours("world=raqqa");
        String slug = ReportsScene.slug();
        ReportsScene.define(slug, ReportsScene.casualties("coalition", "2018-06"));
        ReportsScene.makeDue();
        String file = "/api/v1/editions/" + ReportsScene.edition(slug).getString("id") + "/files/json";
        String tag = given().get(file).then().statusCode(200).header("Cache-Control", containsString("public")).extract()
                .header("ETag");
        given().header("If-None-Match", tag).get(file).then().statusCode(304);
        String page = given().accept("text/html").get("/reports/" + slug + "/2018-06").then().extract().header("ETag");
        given().accept("text/html").header("If-None-Match", page).get("/reports/" + slug + "/2018-06").then().statusCode(304);
    }

    private static ValidatableResponse order(String slug, String key) {
        return given().auth().oauth2(Tokens.publisher()).contentType("application/json")
                .header("Idempotency-Key", slug + key).body("{}").post("/api/v1/reports/" + slug + "/editions").then();
    }
}
