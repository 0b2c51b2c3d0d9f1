package org.harmregistry.sources.citation;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.harmregistry.kit.testing.Problems.problem;
import static org.harmregistry.kit.testing.Problems.problemAt;
import static org.harmregistry.sources.testing.Requests.CITATIONS;
import static org.harmregistry.sources.testing.Requests.article;
import static org.harmregistry.sources.testing.Requests.as;
import static org.harmregistry.sources.testing.Requests.create;
import static org.harmregistry.sources.testing.Requests.createPublic;
import static org.harmregistry.sources.testing.Requests.idOf;
import static org.harmregistry.sources.testing.Requests.importRows;
import static org.harmregistry.sources.testing.Requests.patch;
import static org.harmregistry.sources.testing.Requests.results;
import static org.harmregistry.sources.testing.Requests.unique;

import java.util.List;

import org.harmregistry.kit.testing.Tokens;
import org.harmregistry.sources.testing.Stores;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;

/** A citation that proves wrong is taken back with a reason, and never goes. */
@QuarkusTest
@WithTestResource(value = Stores.class, scope = TestResourceScope.GLOBAL)
class CitationRetractionTest {

    private static final String OWN = Tokens.contributor("org-a");
    private static final String ANALYST = Tokens.analyst();
    private static final String REASON = "{\"reason\": \"another market is meant\"}";

    private static String body(String incident, String... members) {
        return "{\"incident\": \"" + incident + "\", \"stance\": \"supports\""
                + (members.length == 0 ? "" : ", " + String.join(", ", members)) + "}";
    }

    private static String cite(String source, String token, String body) {
        return as(token).body(body).post(source + "/citations").then().statusCode(201).extract().header("Location");
    }

    private static Response retract(String citation, String token, String tag) {
        return as(token).header("If-Match", tag).body(REASON).post(citation + "/retraction");
    }

    @Test
    void whatWasRetractedStaysReadableAndIsCountedNowhere() {
        String source = createPublic(article("Retracted"));
        String incident = unique();
        String citation = cite(source, ANALYST, body(incident));

        retract(citation, ANALYST, "\"1.full\"").then().statusCode(200).header("ETag", "\"2.full\"")
                .body("status", equalTo("retracted")).body("retractionReason", equalTo("another market is meant"));

        given().get(citation).then().statusCode(200).body("status", equalTo("retracted"))
                .body("retractionReason", nullValue());
        given().queryParam("incident", incident).get(CITATIONS).then().body("items", empty());
        given().get(source + "/citations").then().body("items", empty());
        given().queryParam("incident", incident).get(CITATIONS + "/summary").then().body("sources", equalTo(0));
        for (String status : List.of("retracted", "all")) {
            given().queryParam("incident", incident).queryParam("status", status).get(CITATIONS).then()
                    .body("items.id", contains(idOf(citation)));
        }
    }

    @Test
    void aRetractionIsARevisionWithItsReasonAndTheFeedTellsIt() {
        String source = create(article("Revised")).header("Location");
        String citation = cite(source, OWN, body(unique()));
        patch(citation, OWN, "\"1.own\"", "{\"passage\": \"page 3\"}").then().statusCode(200);
        retract(citation, OWN, "\"2.own\"").then().statusCode(200);

        as(OWN).queryParam("asOf", "2001-01-01T00:00:00Z").get(citation + "/revisions").then().statusCode(200)
                .body("items.size()", equalTo(0));
        as(OWN).get(citation + "/revisions").then().statusCode(200)
                .body("items.kind", contains("created", "changed", "retracted"))
                .body("items[2].reason", equalTo("another market is meant"))
                .body("items[2].snapshot.status", equalTo("retracted"));
        as(Tokens.contributor("org-b")).get(citation + "/revisions").then().spec(problem(404, "not_found"));
        given().get(citation + "/revisions").then().spec(problem(401, "unauthenticated"));
        String shown = cite(createPublic(article("Shown")), ANALYST, body(unique()));
        as(OWN).get(shown + "/revisions").then().spec(problem(403, "forbidden"));
    }

    @Test
    void itIsDoneOnceAtTheVersionNamedByWhoMay() {
        String shown = cite(createPublic(article("By whom")), ANALYST, body(unique()));
        retract(shown, OWN, "\"1.public\"").then().spec(problem(403, "forbidden"));
        as(ANALYST).body(REASON).post(shown + "/retraction").then().spec(problemAt(428, "precondition_required", "#If-Match"));
        as(ANALYST).header("If-Match", "\"1.full\"").body("{}").post(shown + "/retraction").then()
                .spec(problemAt(400, "missing_field", "/reason"));
        retract(shown, ANALYST, "\"7.full\"").then().spec(problemAt(412, "version_stale", "#If-Match"));
        String draft = cite(create(article("Draft")).header("Location"), OWN, body(unique()));
        retract(draft, Tokens.contributor("org-b"), "*").then().spec(problem(404, "not_found"));

        String key = unique();
        for (int i = 0; i < 2; i++) {
            as(ANALYST).header("If-Match", "\"1.full\"").header("Idempotency-Key", key).body(REASON).post(shown + "/retraction")
                    .then().statusCode(200).header("ETag", "\"2.full\"");
        }
        retract(shown, ANALYST, "\"2.full\"").then().spec(problem(409, "conflict_with_state"));
        patch(shown, ANALYST, "\"2.full\"", "{\"stance\": \"mentions\"}").then().spec(problem(409, "conflict_with_state"));
    }

    @Test
    void thePassageCanBeCitedAnewAndAnImportBringsNothingBack() {
        String source = createPublic(article("Cited anew"));
        String incident = unique();
        String row = "{\"source\": \"" + idOf(source) + "\", \"incident\": \"" + incident + "\", \"stance\": \"supports\"}";
        String first = results(importRows(CITATIONS, ANALYST, "upsert", row)).get(0).getString("id");
        retract(CITATIONS + "/" + first, ANALYST, "\"1.full\"").then().statusCode(200);

        JsonPath again = results(importRows(CITATIONS, ANALYST, "upsert", row)).get(0);
        assertThat(again.getString("result")).isEqualTo("unchanged");
        JsonPath other = results(importRows(CITATIONS, ANALYST, "upsert", row.replace("supports", "mentions"))).get(0);
        assertThat(other.getString("problem.code")).isEqualTo("changed_by_others");
        given().queryParam("incident", incident).get(CITATIONS).then().body("items", empty());

        String anew = cite(source, ANALYST, body(incident));
        given().queryParam("incident", incident).get(CITATIONS).then().body("items.id", contains(idOf(anew)));
        assertThat(results(importRows(CITATIONS, ANALYST, "upsert", row)).get(0).getString("id")).isEqualTo(idOf(anew));
    }
}
