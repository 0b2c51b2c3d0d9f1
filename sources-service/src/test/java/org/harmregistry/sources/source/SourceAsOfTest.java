package org.harmregistry.sources.source;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.harmregistry.kit.testing.Problems.problem;
import static org.harmregistry.kit.testing.Problems.problemAt;
import static org.harmregistry.sources.testing.Requests.SOURCES;
import static org.harmregistry.sources.testing.Requests.article;
import static org.harmregistry.sources.testing.Requests.as;
import static org.harmregistry.sources.testing.Requests.create;
import static org.harmregistry.sources.testing.Requests.createPublic;
import static org.harmregistry.sources.testing.Requests.idOf;
import static org.harmregistry.sources.testing.Requests.patch;
import static org.harmregistry.sources.testing.Requests.step;
import static org.harmregistry.sources.testing.Requests.unique;

import java.util.List;
import java.util.Map;

import org.harmregistry.kit.testing.Tokens;
import org.harmregistry.sources.testing.Stores;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;

/** Sources as the registry had recorded them by an instant, with today's rights. */
@QuarkusTest
@WithTestResource(value = Stores.class, scope = TestResourceScope.GLOBAL)
class SourceAsOfTest {

    private static final String OWN = Tokens.contributor("org-a");

    private static RequestSpecification asOf(String token, String instant) {
        return (token == null ? given() : as(token)).queryParam("asOf", instant);
    }

    @Test
    void aSourceIsReadAsItWas() {
        String dataset = unique();
        String address = create(article("As created", "\"dataset\": \"" + dataset + "\"",
                "\"texts\": [{\"language\": \"en\", \"text\": \"Hello\"}]")).header("Location");
        String created = as(OWN).get(address).path("updatedAt");
        patch(address, OWN, "\"1.own\"", "{\"title\": \"As changed\", \"kind\": \"post\", \"texts\": null}").then()
                .statusCode(200);

        asOf(OWN, created).get(address).then().statusCode(200).body("title", equalTo("As created")).body("version", equalTo(1))
                .body("texts[0].text", equalTo("Hello")).body("asOf", equalTo(created)).header("ETag", "\"1.own\"");
        as(OWN).get(address).then().body("title", equalTo("As changed"));
        asOf(OWN, created).queryParam("dataset", dataset).queryParam("kind", "article").queryParam("count", "exact")
                .get(SOURCES)
                .then().body("items.title", contains("As created")).body("count", equalTo(1)).body("asOf", equalTo(created));
        asOf(OWN, created).queryParam("dataset", dataset).queryParam("kind", "post").get(SOURCES).then().body("items", empty());
        asOf(OWN, "2001-01-01T00:00:00Z").get(address).then().spec(problem(404, "not_found"));
        asOf(OWN, "2999-01-01T00:00:00Z").get(address).then().body("title", equalTo("As changed")).body("asOf", notNullValue());
    }

    @Test
    void todaysRightsApplyToEveryPastState() {
        String address = createPublic(article("Public once"));
        String published = as(OWN).get(address).path("updatedAt");
        asOf(null, published).get(address).then().statusCode(200);

        step(address, "withholding", Tokens.publisher()).then().statusCode(200);

        asOf(null, published).get(address).then().spec(problem(404, "not_found"));
        asOf(Tokens.analyst(), published).get(address).then().statusCode(200).body("publication", equalTo("public"));
        String draft = as(Tokens.analyst()).get(address).path("recordedAt");
        step(address, "publication", Tokens.publisher());
        asOf(null, draft).get(address).then().spec(problem(404, "not_found"));
    }

    @Test
    void thePastIsShownAtTodaysPublicAccuracyWhichTheDatabaseComputesAlike() {
        String dataset = unique();
        for (String part : List.of(
                "\"kind\": \"site_visit\", \"siteVisit\": {\"visitedOn\": \"2018-02-03\", \"place\": {\"name\": \"n\", \"point\": {\"lat\": 35.9512, \"lon\": -39.0187}, \"accuracyMetres\": 5}}",
                "\"kind\": \"site_visit\", \"siteVisit\": {\"place\": {\"point\": {\"lat\": 90, \"lon\": 180}}}",
                "\"kind\": \"site_visit\", \"siteVisit\": {\"place\": {\"point\": {\"lat\": -90, \"lon\": -180}}}",
                "\"kind\": \"site_visit\", \"siteVisit\": {\"place\": {\"name\": \"n\", \"accuracyMetres\": 5}}",
                "\"kind\": \"imagery\", \"imagery\": {\"footprint\": {\"west\": 39.0123, \"south\": -35.9876, \"east\": 39.0456, \"north\": -35.95}}",
                "\"kind\": \"imagery\", \"imagery\": {\"before\": {\"sensor\": \"s\"}}",
                "\"kind\": \"report\", \"fieldwork\": {\"interviews\": 112}")) {
            createPublic("{\"title\": \"t\", \"dataset\": \"" + dataset + "\", " + part + "}");
        }

        List<Map<String, Object>> today = given().queryParam("dataset", dataset).get(SOURCES).path("items");
        List<Map<String, Object>> past = asOf(null, "2999-01-01T00:00:00Z").queryParam("dataset", dataset).get(SOURCES)
                .path("items");

        assertThat(today).hasSize(7);
        assertThat(past).isEqualTo(today);
    }

    @Test
    void exportsAndPagesAreReadAsOfOneInstant() {
        String dataset = unique();
        String first = create(article("First", "\"dataset\": \"" + dataset + "\"")).header("Location");
        String second = create(article("Second", "\"dataset\": \"" + dataset + "\"")).header("Location");
        String then = as(OWN).get(second).path("updatedAt");
        create(article("Third", "\"dataset\": \"" + dataset + "\""));

        String next = asOf(OWN, then).queryParam("dataset", dataset).queryParam("limit", 1).get(SOURCES).path("page.next");
        asOf(OWN, then).queryParam("dataset", dataset).queryParam("limit", 1).queryParam("after", next).get(SOURCES).then()
                .body("items.id", contains(idOf(second)));
        as(OWN).queryParam("dataset", dataset).queryParam("after", next).get(SOURCES).then()
                .spec(problemAt(400, "invalid_cursor", "?after"));
        assertThat(
                asOf(OWN, then).queryParam("dataset", dataset).queryParam("format", "ndjson").get(SOURCES).asString().lines())
                .hasSize(2).anyMatch(line -> line.contains(idOf(first)));
        asOf(OWN, "yesterday").get(SOURCES).then().spec(problemAt(400, "invalid_parameter", "?asOf"));
        asOf(OWN, then).queryParam("q", "first").get(SOURCES).then().spec(problemAt(400, "invalid_parameter", "?q"));
    }

    @Test
    void sourcesAreFoundByTheIncidentsThatTheyWereCitedFor() {
        String incident = unique();
        String other = unique();
        String first = create(article("Cited first")).header("Location");
        String second = create(article("Cited later")).header("Location");
        String citation = cite(first, incident);
        String then = as(OWN).get(citation).path("updatedAt");
        cite(second, incident);
        patch(citation, OWN, as(OWN).get(citation).header("ETag"), "{\"incident\": \"" + other + "\"}").then().statusCode(200);

        asOf(OWN, then).queryParam("incident", incident).queryParam("count", "exact").get(SOURCES).then().statusCode(200)
                .body("items.id", contains(idOf(first))).body("count", equalTo(1));
        asOf(OWN, then).queryParam("incident", other).get(SOURCES).then().body("items", empty());
        as(OWN).queryParam("incident", incident).get(SOURCES).then().body("items.id", contains(idOf(second)));
        as(OWN).queryParam("incident", other).get(SOURCES).then().body("items.id", contains(idOf(first)));
    }

    private static String cite(String source, String incident) {
        return as(OWN).body("{\"incident\": \"" + incident + "\", \"stance\": \"mentions\"}").post(source + "/citations").then()
                .statusCode(201).extract().header("Location");
    }
}
