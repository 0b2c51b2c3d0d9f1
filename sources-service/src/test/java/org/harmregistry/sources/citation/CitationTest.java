package org.harmregistry.sources.citation;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.harmregistry.kit.testing.Problems.problem;
import static org.harmregistry.kit.testing.Problems.problemAt;
import static org.harmregistry.sources.testing.Requests.CITATIONS;
import static org.harmregistry.sources.testing.Requests.article;
import static org.harmregistry.sources.testing.Requests.as;
import static org.harmregistry.sources.testing.Requests.create;
import static org.harmregistry.sources.testing.Requests.createPublic;
import static org.harmregistry.sources.testing.Requests.idOf;
import static org.harmregistry.sources.testing.Requests.step;
import static org.harmregistry.sources.testing.Requests.unique;

import org.harmregistry.kit.testing.Tokens;
import org.harmregistry.sources.testing.Stores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;

@QuarkusTest
@WithTestResource(value = Stores.class, scope = TestResourceScope.GLOBAL)
class CitationTest {

    private static final String OWN = Tokens.contributor("org-a");

    private static String citation(String incident, String... passage) {
        String more = passage.length == 0 ? "" : ", \"passage\": \"" + passage[0] + "\"";
        return "{\"incident\": \"" + incident + "\", \"stance\": \"supports\"" + more + "}";
    }

    private static Response cite(String source, String token, String body) {
        return as(token).body(body).post(source + "/citations");
    }

    @Test
    void aCitationIsReadAsItWasMade() {
        String source = create(article("Cited")).header("Location");
        String incident = unique();

        String address = cite(source, OWN, citation(incident, "page 4")).then().statusCode(201).header("ETag", "\"1.own\"")
                .extract().header("Location");

        as(OWN).get(address).then().statusCode(200).body("source", equalTo(idOf(source))).body("incident", equalTo(incident))
                .body("stance", equalTo("supports")).body("passage", equalTo("page 4"))
                .body("verification", equalTo("unverified")).body("dataQuality", empty()).body("version", equalTo(1));
        as(OWN).header("If-None-Match", "\"1.own\"").get(address).then().statusCode(304);
        as(OWN).get(source + "/citations").then().body("items.id", contains(idOf(address))).body("page.next", nullValue());
        as(OWN).queryParam("incident", incident).get(CITATIONS).then().body("items.id", contains(idOf(address)));
    }

    @Test
    void aPassageIsCitedForAnIncidentOnce() {
        String source = create(article("Cited twice")).header("Location");
        String incident = unique();
        cite(source, OWN, citation(incident)).then().statusCode(201);

        cite(source, OWN, citation(incident)).then().spec(problem(409, "already_cited"));
        cite(source, OWN, citation(incident, "page 1")).then().statusCode(201);
        cite(source, OWN, citation(incident, "page 1")).then().spec(problem(409, "already_cited"));
        cite(source, OWN, citation(unique())).then().statusCode(201);
        as(OWN).queryParam("incident", incident).get(CITATIONS).then().body("items", hasSize(2));
    }

    @Test
    void aRetriedCitationGivesTheFirstAnswerAgain() {
        String source = create(article("Cited with a key")).header("Location");
        var post = as(OWN).header("Idempotency-Key", unique()).body(citation(unique()));
        String first = post.post(source + "/citations").then().statusCode(201).extract().path("id");

        post.post(source + "/citations").then().statusCode(201).body("id", equalTo(first));
    }

    @Test
    void aClientsOwnIdIsTakenOnce() {
        String source = create(article("Cited by id")).header("Location");
        String address = source + "/citations/" + unique();
        String body = citation(unique());
        as(OWN).body(body).put(address).then().spec(problemAt(428, "precondition_required", "#If-None-Match"));
        put(OWN, address, body).then().statusCode(201).header("Location", equalTo(CITATIONS + "/" + idOf(address)));

        put(OWN, address, body).then().spec(problem(412, "already_created")).header("ETag", "\"1.own\"");
        put(OWN, address, citation(unique())).then().spec(problem(412, "id_taken"));
        put(OWN, source + "/citations/" + unique(), body).then().spec(problem(409, "already_cited"));
        String other = as(Tokens.contributor("org-b")).body(article("Elsewhere")).post("/api/v1/sources").header("Location");
        put(Tokens.contributor("org-b"), other + "/citations/" + idOf(address), body).then()
                .spec(problem(409, "id_not_available"));
    }

    private static Response put(String token, String address, String body) {
        return as(token).header("If-None-Match", "*").body(body).put(address);
    }

    @Test
    void citationsAreSeenAndHiddenWithTheirSource() {
        String source = create(article("Seen and hidden")).header("Location");
        String incident = unique();
        String citation = cite(source, OWN, citation(incident)).header("Location");
        given().get(citation).then().spec(problem(404, "not_found"));
        given().queryParam("incident", incident).get(CITATIONS).then().body("items", empty());
        given().get(source + "/citations").then().spec(problem(404, "not_found"));
        as(Tokens.contributor("org-b")).queryParam("incident", incident).get(CITATIONS).then().body("items", empty());

        step(source, "acceptance", Tokens.analyst());
        step(source, "publication", Tokens.publisher()).then().statusCode(200);
        given().get(citation).then().statusCode(200).header("ETag", "\"2.public\"");
        given().queryParam("incident", incident).get(CITATIONS).then().body("items.id", contains(idOf(citation)));

        step(source, "withholding", Tokens.publisher()).then().statusCode(200);
        given().get(citation).then().spec(problem(404, "not_found"));
        as(Tokens.analyst()).get(citation).then().header("ETag", "\"3.full\"");
    }

    @Test
    void onlyWhoMayCitesASource() {
        String shown = createPublic(article("Cited by whom"));
        cite(shown, OWN, citation(unique())).then().spec(problem(403, "forbidden"));
        cite(shown, Tokens.analyst(), citation(unique())).then().statusCode(201);
        String draft = create(article("Draft")).header("Location");
        cite(draft, Tokens.contributor("org-b"), citation(unique())).then().spec(problem(404, "not_found"));
        given().contentType("application/json").body("{}").post(draft + "/citations").then()
                .spec(problem(401, "unauthenticated"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', value = {
            "missing_field | /incident | {\"stance\": \"supports\"}",
            "missing_field | /stance   | {\"incident\": \"00000000-0000-4000-8000-000000000000\"}",
            "wrong_type    | /stance   | {\"incident\": \"00000000-0000-4000-8000-000000000000\", \"stance\": \"likes\"}",
            "wrong_type    | /incident | {\"incident\": \"SY-2017-00042\", \"stance\": \"supports\"}",
            "unknown_field | /dataQuality | {\"incident\": \"00000000-0000-4000-8000-000000000000\", \"stance\": \"supports\", \"dataQuality\": []}",
    })
    void aCitationAgainstTheRulesIsRefused(String code, String pointer, String body) {
        String source = create(article("Cited badly")).header("Location");

        cite(source, OWN, body).then().spec(problemAt(400, code, pointer));
    }

    @Test
    void queriesAgainstTheRulesAreRefused() {
        given().get(CITATIONS + "?incident=SY-1").then().spec(problemAt(400, "invalid_parameter", "?incident"));
        given().get(CITATIONS + "?limit=0").then().spec(problemAt(400, "limit_out_of_range", "?limit"));
        given().get(CITATIONS + "?after=x").then().spec(problemAt(400, "invalid_cursor", "?after"));
        given().get(CITATIONS + "/nothing").then().spec(problem(404, "not_found"));
    }
}
