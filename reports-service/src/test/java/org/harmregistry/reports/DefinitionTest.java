package org.harmregistry.reports;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;

import org.harmregistry.kit.testing.Problems;
import org.harmregistry.kit.testing.Tokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

/** Definitions over HTTP: how they are stored, changed and refused. */
@ServiceTest
class DefinitionTest {

    private static final String BODY = ReportsScene.casualties("coalition", "2018-06");

    @Test
    void storesUnderTheClientsSlugOnce() {
        String slug = ReportsScene.slug();
        put(slug, BODY).then().statusCode(201).header("ETag", "\"1.definition\"").header("Location", endsWith(slug))
                .body("periods[0]", equalTo("2018-06")).body("version", equalTo(1));
        put(slug, BODY).then().spec(Problems.problem(412, "already_created")).header("ETag", notNullValue())
                .header("Location", endsWith(slug));
        put(slug, ReportsScene.casualties("coalition", "2018-07")).then().spec(Problems.problem(412, "id_taken"));
        given().auth().oauth2(Tokens.publisher()).contentType("application/json").body(BODY).put("/api/v1/reports/" + slug)
                .then().spec(Problems.problem(428, "precondition_required"));
        given().header("If-None-Match", "\"1.definition\"").get("/api/v1/reports/" + slug).then().statusCode(304);
    }

    @Test
    void asksForTheRightRole() {
        String slug = ReportsScene.slug();
        given().contentType("application/json").header("If-None-Match", "*").body(BODY).put("/api/v1/reports/" + slug).then()
                .spec(Problems.problem(401, "unauthenticated"));
        given().auth().oauth2(Tokens.analyst()).contentType("application/json").header("If-None-Match", "*").body(BODY)
                .put("/api/v1/reports/" + slug).then().spec(Problems.problem(403, "forbidden"));
        given().auth().oauth2(Tokens.analyst()).contentType("application/json").body("{}")
                .post("/api/v1/reports/" + slug + "/editions").then().spec(Problems.problem(404, "not_found"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "{\"template\":\"acknowledgement_gap\",\"title\":\"A\",\"filter\":{\"party\":\"x\"},\"periods\":[{\"from\":\"2017-02-30\",\"to\":\"2017-03-01\"}]} | 400 | invalid_date | /periods/0/from",
            "{\"template\":\"acknowledgement_gap\",\"title\":\"A\",\"filter\":{\"party\":\"x\"},\"periods\":[{\"from\":\"2017-03-02\",\"to\":\"2017-03-01\"}]} | 422 | range_inverted | /periods/0/to",
            "{\"template\":\"acknowledgement_gap\",\"title\":\"A\",\"filter\":{\"party\":\"x\"},\"periods\":[\"2018-13\"]} | 400 | invalid_date | /periods/0",
            "{\"template\":\"acknowledgement_gap\",\"title\":\"A\",\"filter\":{\"party\":\"x\"},\"periods\":[\"2018-06\",\"2018-06\"]} | 422 | period_repeated | /periods/1",
            "{\"template\":\"acknowledgement_gap\",\"title\":\"A\",\"filter\":{\"party\":\"x\"},\"periods\":[]} | 422 | periods_missing | /periods",
            "{\"template\":\"acknowledgement_gap\",\"title\":\"A\",\"periods\":[\"2018-06\"]} | 422 | filter_incomplete | /filter/party",
            "{\"template\":\"horoscope\",\"title\":\"A\",\"periods\":[\"2018-06\"]} | 400 | wrong_type | /template",
            "{\"title\":\"A\",\"periods\":[\"2018-06\"]} | 400 | missing_field | /template",
            "{\"template\":\"acknowledgement_gap\",\"title\":\"A\",\"periods\":[\"2018-06\"],\"colour\":1} | 400 | unknown_field | /colour",
            "{\"template\":\"acknowledgement_gap\",\"title\":\"A\",\"filter\":{\"party\":\"x\"},\"periods\":[\"2018-06\"],\"languages\":[\"tlh\"]} | 422 | language_not_available | /languages/0",
            "{\"template\":\"acknowledgement_gap\",\"title\":\"A\",\"filter\":{\"party\":\"x\"},\"periods\":[\"2018-06\"],\"publication\":{\"rule\":\"anybody\"}} | 400 | invalid_value | /publication/rule",
            "{\"template\":\"acknowledgement_gap\",\"title\":\"A\",\"filter\":{\"party\":\"x\"},\"periods\":[\"2018-06\"],\"gate\":{\"smallCellFloor\":1}} | 400 | invalid_value | /gate/smallCellFloor",
            "{\"template\":\"acknowledgement_gap\",\"title\":\"A\",\"filter\":{\"party\":\"x\"},\"periods\":[\"2018-06\"],\"publication\":{\"rule\":\"unattended\",\"embargoUntil\":\"tomorrow\"}} | 400 | invalid_date | /publication/embargoUntil",
            "{\"template\":\"civilian_casualty_report\",\"title\":\"A\",\"filter\":{\"party\":\"x\"},\"periods\":[\"2018-06\"],\"case\":{}} | 422 | case_not_taken | /case",
            "{\"template\":\"acknowledgement_gap\",\"title\":\"A\",\"filter\":{\"party\":\"x\"},\"periods\":[\"2018-06\"],\"case\":{\"gapPeriod\":{\"from\":\"2018-07\",\"to\":\"2018-06\"}}} | 422 | range_inverted | /case/gapPeriod/to",
            "{\"template\":\"period_overview\",\"title\":\"A\",\"periods\":[\"2018-06\"],\"case\":{}} | 422 | case_not_taken | /case",
            "{\"template\":\"period_overview\",\"title\":\"A\",\"periods\":[\"2018-06\",{\"from\":\"2001-01-01\",\"to\":\"2018-01-01\"}]} | 400 | invalid_value | /periods/1",
            "{\"template\":\"incident_dossier\",\"title\":\"A\",\"periods\":[\"2018-06\"],\"filter\":{\"party\":\"x\"}} | 422 | filter_incomplete | /filter/incident",
            "{\"template\":\"incident_dossier\",\"title\":\"A\",\"periods\":[\"2018-06\"],\"filter\":{\"incident\":\"0197f3c2-0000-7000-8000-000000000001\"}} | 422 | filter_incomplete | /filter/party",
            "{\"template\":\"incident_dossier\",\"title\":\"A\",\"periods\":[\"2018-06\"],\"filter\":{\"party\":\"x\",\"incident\":\"SY-2017-00042\"}} | 400 | invalid_value | /filter/incident",
            "{\"template\":\"incident_dossier\",\"title\":\"A\",\"periods\":[\"2018-06\"],\"filter\":{\"party\":\"x\",\"country\":\"SY\",\"incident\":\"0197f3c2-0000-7000-8000-000000000001\"}} | 400 | invalid_value | /filter/country",
            "{\"template\":\"field_investigation\",\"title\":\"A\",\"periods\":[\"2018-06\"],\"case\":{\"town\":\"B\"}} | 400 | invalid_value | /case/town",
            "{\"template\":\"period_overview\",\"title\":\"A\",\"periods\":[\"2018-06\"],\"filter\":{\"incident\":\"0197f3c2-0000-7000-8000-000000000001\"}} | 400 | invalid_value | /filter/incident"
    })
    void refusesWithThePlace(String body, int status, String code, String pointer) {
        put(ReportsScene.slug(), body).then().spec(Problems.problemAt(status, code, pointer));
    }

    @Test
    void changesByMergePatch() {
        String slug = ReportsScene.slug();
        put(slug, BODY).then().statusCode(201);
        patch().body("{\"title\": \"Another\"}").patch("/api/v1/reports/" + slug).then()
                .spec(Problems.problem(428, "precondition_required"));
        patch().header("If-Match", "\"9.definition\"").body("{\"title\": \"Another\"}").patch("/api/v1/reports/" + slug).then()
                .spec(Problems.problem(412, "version_stale"));
        patch().header("If-Match", "\"1.definition\"").body("{\"slug\": \"x\"}").patch("/api/v1/reports/" + slug).then()
                .spec(Problems.problemAt(400, "read_only_field", "/slug"));
        patch().header("If-Match", "\"1.definition\"").body("{\"title\": \"Another\", \"periods\": [\"2018-06\", \"2018-07\"]}")
                .patch("/api/v1/reports/" + slug).then().statusCode(200).header("ETag", "\"2.definition\"")
                .body("title", equalTo("Another")).body("periods", hasSize(2));
    }

    @Test
    void aRetryOfAPostGetsTheFirstAnswer() {
        String slug = ReportsScene.slug();
        String body = BODY.replaceFirst("\\{", "{\"slug\": \"" + slug + "\",");
        RequestSpecification post = given().auth().oauth2(Tokens.publisher()).contentType("application/json")
                .header("Idempotency-Key", "key-" + slug);
        String first = post.body(body).post("/api/v1/reports").then().statusCode(201).extract().path("id");
        post.body(body).post("/api/v1/reports").then().statusCode(201).body("id", equalTo(first));
        post.body(body + " ").post("/api/v1/reports").then().spec(Problems.problem(422, "idempotency_key_reused"));
        given().auth().oauth2(Tokens.publisher()).contentType("application/json").body(body).post("/api/v1/reports").then()
                .spec(Problems.problemAt(409, "slug_taken", "/slug"));
    }

    @Test
    void refusesWhatAListDoesNotKnow() {
        given().get("/api/v1/reports?limit=0").then().spec(Problems.problem(400, "limit_out_of_range"));
        given().get("/api/v1/reports?colour=red").then().spec(Problems.problem(400, "unknown_parameter"));
        given().get("/api/v1/editions?after=abc").then().spec(Problems.problem(400, "invalid_cursor"));
        given().get("/api/v1/editions/not-an-id").then().spec(Problems.problem(404, "not_found"));
    }

    private static Response put(String slug, String body) {
        return given().auth().oauth2(Tokens.publisher()).contentType("application/json").header("If-None-Match", "*").body(body)
                .put("/api/v1/reports/" + slug);
    }

    private static RequestSpecification patch() {
        return given().auth().oauth2(Tokens.publisher()).contentType("application/merge-patch+json");
    }
}
