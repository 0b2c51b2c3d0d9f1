package org.harmregistry.incidents.incident;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.harmregistry.incidents.incident.IncidentApi.INCIDENTS;
import static org.harmregistry.incidents.incident.IncidentApi.as;
import static org.harmregistry.incidents.incident.IncidentApi.body;
import static org.harmregistry.incidents.incident.IncidentApi.create;
import static org.harmregistry.incidents.incident.IncidentApi.publicIncident;
import static org.harmregistry.incidents.incident.IncidentApi.step;
import static org.harmregistry.kit.testing.Problems.problem;
import static org.harmregistry.kit.testing.Problems.problemAt;

import java.util.UUID;

import org.harmregistry.kit.testing.PostgresResource;
import org.harmregistry.kit.testing.Tokens;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
@WithTestResource(value = PostgresResource.class, scope = TestResourceScope.GLOBAL)
class LifeTest {

    private static final String AUTHOR = Tokens.contributor("life");

    private static String draft() {
        return create(AUTHOR, body("")).then().statusCode(201).extract().path("id");
    }

    @Test
    void leadsFromDraftToPublicWithAReasonForEachStep() {
        String id = draft();

        step(AUTHOR, id, "submission", "\"1.own\"").then().statusCode(200).body("status", equalTo("submitted"));
        step(Tokens.analyst(), id, "acceptance", "\"2.full\"").then().statusCode(200).body("status", equalTo("accepted"));
        given().get(INCIDENTS + "/" + id).then().spec(problem(404, "not_found"));
        step(Tokens.publisher(), id, "publication", "\"3.full\"").then().statusCode(200)
                .body("publication", equalTo("public")).header("ETag", "\"4.full\"");
        given().get(INCIDENTS + "/" + id).then().statusCode(200);

        as(Tokens.analyst()).get(INCIDENTS + "/" + id + "/revisions").then().statusCode(200)
                .body("items.version", contains(1, 2, 3, 4))
                .body("items.kind", contains("created", "submitted", "accepted", "published"))
                .body("items.reason", contains(null, "as agreed", "as agreed", "as agreed"))
                .body("items.recordedBy", contains("contributor-of-life", "contributor-of-life", "analyst-1", "publisher-1"))
                .body("items[0].snapshot.status", equalTo("draft"))
                .body("items[3].snapshot.publication", equalTo("public"))
                .body("items[3].snapshot.title", equalTo("Strike on a market"));
    }

    @Test
    void allowsEachStepToItsRoleOnly() {
        String id = draft();

        step(Tokens.contributor("others"), id, "submission", "\"1.own\"").then().spec(problem(404, "not_found"));
        step(Tokens.publisher(), id, "submission", "\"1.full\"").then().spec(problem(403, "forbidden"));
        step(AUTHOR, id, "acceptance", "\"1.own\"").then().spec(problem(403, "forbidden"));
        step(AUTHOR, id, "publication", "\"1.own\"").then().spec(problem(403, "forbidden"));
        step(Tokens.analyst(), id, "withholding", "\"1.full\"").then().spec(problem(403, "forbidden"));
        given().contentType("application/json").body("{\"reason\":\"x\"}").post(INCIDENTS + "/" + id + "/submission").then()
                .spec(problem(401, "unauthenticated"));
    }

    @Test
    void takesStepsInTheirOrderOnly() {
        String id = draft();

        step(Tokens.analyst(), id, "acceptance", "\"1.full\"").then().spec(problem(409, "not_submitted"));
        step(Tokens.publisher(), id, "publication", "\"1.full\"").then().spec(problem(409, "not_accepted"));
        step(Tokens.publisher(), id, "withholding", "\"1.full\"").then().spec(problem(409, "already_withheld"));
        step(AUTHOR, id, "submission", "\"1.own\"").then().statusCode(200);
        step(AUTHOR, id, "submission", "\"2.own\"").then().spec(problem(409, "not_draft"));
        String shown = publicIncident("life", body(""));
        step(Tokens.publisher(), shown, "publication", "\"4.full\"").then().spec(problem(409, "already_public"));
    }

    @Test
    void asksForReasonAndVersion() {
        String id = draft();

        as(AUTHOR).contentType("application/json").header("If-Match", "\"1.own\"").body("{}")
                .post(INCIDENTS + "/" + id + "/submission").then().spec(problemAt(400, "missing_field", "/reason"));
        as(AUTHOR).contentType("application/json").header("If-Match", "\"1.own\"").body("{\"reason\":\" \"}")
                .post(INCIDENTS + "/" + id + "/submission").then().spec(problemAt(400, "invalid_value", "/reason"));
        as(AUTHOR).contentType("application/json").body("{\"reason\":\"x\"}")
                .post(INCIDENTS + "/" + id + "/submission").then().spec(problem(428, "precondition_required"));
        step(AUTHOR, id, "submission", "\"7.own\"").then().spec(problem(412, "version_stale")).header("ETag", "\"1.own\"");
    }

    @Test
    void takesAPublicRecordBackAndShowsItAgain() {
        String id = publicIncident("life", body(""));

        step(Tokens.publisher(), id, "withholding", "\"4.full\"").then().statusCode(200);
        given().get(INCIDENTS + "/" + id).then().spec(problem(404, "not_found"));
        as(Tokens.contributor("others")).get(INCIDENTS + "/" + id).then().spec(problem(404, "not_found"));
        step(Tokens.publisher(), id, "publication", "\"5.full\"").then().statusCode(200);
        given().get(INCIDENTS + "/" + id).then().statusCode(200).header("ETag", "\"2.public\"");
    }

    @Test
    void withdrawsForGood() {
        String id = publicIncident("life", body(""));
        String draft = draft();

        step(AUTHOR, id, "withdrawal", "\"4.own\"").then().spec(problem(409, "already_accepted"));
        step(AUTHOR, draft, "withdrawal", "\"1.own\"").then().statusCode(200).body("status", equalTo("withdrawn"));
        step(Tokens.publisher(), id, "withdrawal", "\"4.full\"").then().statusCode(200)
                .body("status", equalTo("withdrawn")).body("publication", equalTo("withheld"));
        given().get(INCIDENTS + "/" + id).then().spec(problem(404, "not_found"));
        step(Tokens.publisher(), id, "withdrawal", "\"5.full\"").then().spec(problem(409, "already_withdrawn"));
        IncidentApi.patch(Tokens.analyst(), id, "\"5.full\"", "{\"summary\":\"x\"}").then()
                .spec(problem(409, "already_withdrawn"));
        step(Tokens.analyst(), id, "acceptance", "\"5.full\"").then().spec(problem(409, "not_submitted"));
    }

    @Test
    void acceptsSeveralOrNone() {
        String first = draft();
        String second = draft();
        step(AUTHOR, first, "submission", "\"1.own\"");

        accept("\"" + first + "\",\"" + second + "\"").then().spec(problemAt(409, "not_submitted", "/ids/1"));
        as(AUTHOR).get(INCIDENTS + "/" + first).then().body("status", equalTo("submitted"));
        accept("\"" + UUID.randomUUID() + "\"").then().spec(problemAt(404, "not_found", "/ids/0"));
        accept("").then().spec(problemAt(400, "invalid_value", "/ids"));
        accept("\"" + first + "\",\"" + first + "\"").then().spec(problemAt(400, "invalid_value", "/ids"));
        accept("\"not-an-id\"").then().spec(problemAt(400, "wrong_type", "/ids/0"));

        step(AUTHOR, second, "submission", "\"1.own\"");
        accept("\"" + second + "\",\"" + first + "\"").then().statusCode(200)
                .body("items.id", contains(second, first)).body("items.version", contains(3, 3));
        as(AUTHOR).get(INCIDENTS + "/" + first).then().body("status", equalTo("accepted"));
        as(AUTHOR).contentType("application/json").body("{}").post(INCIDENTS + "/acceptance").then()
                .spec(problem(403, "forbidden"));
    }

    private static io.restassured.response.Response accept(String ids) {
        return as(Tokens.analyst()).contentType("application/json").body("{\"ids\":[" + ids + "],\"reason\":\"checked\"}")
                .post(INCIDENTS + "/acceptance");
    }

    @Test
    void showsTheHistoryToAnalystsAndToTheRecordsOrganisation() {
        String id = publicIncident("life", body(""));

        as(AUTHOR).get(INCIDENTS + "/" + id + "/revisions").then().statusCode(200).body("items", hasSize(4))
                .body("items[0].reason", nullValue());
        as(Tokens.contributor("others")).get(INCIDENTS + "/" + id + "/revisions").then().spec(problem(403, "forbidden"));
        as(Tokens.contributor("others")).get(INCIDENTS + "/" + draft() + "/revisions").then().spec(problem(404, "not_found"));
        given().get(INCIDENTS + "/" + id + "/revisions").then().spec(problem(401, "unauthenticated"));
    }

    @Test
    void showsTheHistoryAsItWasByAnInstant() {
        String revisions = INCIDENTS + "/" + publicIncident("life", body("")) + "/revisions";
        String second = as(AUTHOR).get(revisions).path("items[1].recordedAt");
        System.out.println(
                "XX " + second + " " + as(AUTHOR).queryParam("asOf", second).queryParam("limit", 1).get(revisions).asString());

        String next = as(AUTHOR).queryParam("asOf", second).queryParam("limit", 1).get(revisions).then().statusCode(200)
                .body("items.version", contains(1)).body("asOf", equalTo(second)).extract().path("page.next");
        as(AUTHOR).queryParam("asOf", second).queryParam("limit", 1).queryParam("after", next).get(revisions).then()
                .statusCode(200).body("items.version", contains(2)).body("page.next", nullValue());
        as(AUTHOR).queryParam("after", next).get(revisions).then().spec(problem(400, "invalid_cursor"));
        as(AUTHOR).queryParam("asOf", "2001-01-01T00:00:00Z").get(revisions).then().statusCode(200).body("items", hasSize(0));
        as(AUTHOR).queryParam("asOf", "2999-01-01T00:00:00Z").get(revisions).then().statusCode(200).body("items", hasSize(4))
                .body("asOf", not(equalTo("2999-01-01T00:00:00Z")));
        as(AUTHOR).queryParam("asOf", "yesterday").get(revisions).then().spec(problem(400, "invalid_parameter"));
        as(AUTHOR).get(revisions).then().body("asOf", nullValue());
    }
}
