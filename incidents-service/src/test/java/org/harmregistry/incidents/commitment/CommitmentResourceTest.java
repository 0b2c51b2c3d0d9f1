package org.harmregistry.incidents.commitment;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.harmregistry.kit.testing.Problems.problemAt;

import org.harmregistry.incidents.record.Conventions;
import org.harmregistry.incidents.record.Given;
import org.harmregistry.kit.testing.PostgresResource;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
@WithTestResource(value = PostgresResource.class, scope = TestResourceScope.GLOBAL)
class CommitmentResourceTest {

    private static final String COMMITMENTS = "/api/v1/commitments";

    private static String promise(String party, String dueOn) {
        return "{\"party\": \"" + party + "\", \"madeOn\": \"2018-07-17\", \"text\": \"Findings in this month's report.\","
                + " \"dueOn\": \"" + dueOn + "\", \"expected\": {\"kind\": \"monthly_report\", \"month\": \"2018-06\"}}";
    }

    private static void report(String party, String publishedOn) {
        Given.analyst()
                .body("{\"kind\": \"monthly_report\", \"stance\": \"conceded\", \"month\": \"2018-06\", \"publishedOn\": \""
                        + publishedOn + "\"}")
                .post("/api/v1/parties/" + party + "/tallies").then().statusCode(201);
    }

    @Test
    void commitmentsKeepTheConventions() {
        Given.party("promising");
        new Conventions(COMMITMENTS, COMMITMENTS + "/changes", promise("promising", "2018-07-26"),
                promise("promising", "2018-07-27"), "state").hold();
    }

    @Test
    void aPromiseIsKeptByTheReportOfTheDayOnWhichItWasDue() {
        String address = Given.analyst().body(promise(Given.party("keeping"), "2018-07-26")).post(COMMITMENTS)
                .header("Location");
        report("keeping", "2018-07-26");

        given().queryParam("knownBy", "2018-07-20").get(address).then().body("state", equalTo("pending"))
                .body("stateBasis.rule", equalTo("commitment-state-1")).body("stateBasis.evidence", nullValue());
        given().get(address).then().body("state", equalTo("kept")).body("version", equalTo(1))
                .body("stateBasis.evidence.publishedOn", equalTo("2018-07-26")).body("stateBasis.evidence.tally",
                        equalTo(given().get("/api/v1/parties/keeping/tallies").jsonPath().getString("items[0].id")));
    }

    @Test
    void aReportThatComesAfterTheDayIsLateAndOneThatNeverComesBreaksThePromise() {
        String address = Given.analyst().body(promise(Given.party("breaking"), "2018-07-26")).post(COMMITMENTS)
                .header("Location");

        given().queryParam("knownBy", "2018-07-26").get(address).then().body("state", equalTo("pending"));
        var broken = given().get(address);
        broken.then().body("state", equalTo("broken"));
        report("breaking", "2018-08-02");
        var late = given().get(address);
        late.then().body("state", equalTo("late")).body("stateBasis.evidence.publishedOn", equalTo("2018-08-02"))
                .header("ETag", not(equalTo(broken.header("ETag"))));
        given().queryParam("knownBy", "2018-08-01").get(address).then().body("state", equalTo("broken"));
    }

    @Test
    void itsStateFollowsFromWhatTheRegistryHadRecordedByThen() {
        var made = Given.analyst().body(promise(Given.party("learning"), "2018-07-26")).post(COMMITMENTS);
        String before = made.jsonPath().getString("updatedAt");
        report("learning", "2018-07-20");
        String after = given().get("/api/v1/parties/learning/tallies").jsonPath().getString("items[0].updatedAt");

        given().queryParam("asOf", before).get(made.header("Location")).then().body("state", equalTo("broken"));
        given().queryParam("asOf", before).queryParam("knownBy", "2018-07-21").get(made.header("Location")).then()
                .body("state", equalTo("pending"));
        given().queryParam("asOf", after).get(made.header("Location")).then().body("state", equalTo("kept"));
        given().queryParam("asOf", after).queryParam("knownBy", "2018-07-19").get(made.header("Location")).then()
                .body("state", equalTo("pending"));
        given().queryParam("party", "learning").queryParam("state", "kept").queryParam("asOf", before).get(COMMITMENTS).then()
                .body("items.size()", equalTo(0));
        given().queryParam("party", "learning").queryParam("state", "kept").queryParam("asOf", after).get(COMMITMENTS).then()
                .body("items.size()", equalTo(1));
    }

    @Test
    void listsByPartyAndDerivedState() {
        Given.party("two-minds");
        Given.analyst().body(promise("two-minds", "2018-07-26")).post(COMMITMENTS);
        Given.analyst().body(promise("two-minds", "2018-08-26")).post(COMMITMENTS);
        report("two-minds", "2018-08-01");

        given().queryParam("party", "two-minds").queryParam("state", "kept").queryParam("count", "exact")
                .get(COMMITMENTS).then().body("items.dueOn", contains("2018-08-26")).body("count", equalTo(1));
        given().queryParam("party", "two-minds").queryParam("state", "late").queryParam("limit", 1).get(COMMITMENTS)
                .then().body("items.dueOn", contains("2018-07-26")).body("page.next", nullValue());
        given().queryParam("party", "two-minds").queryParam("state", "pending").queryParam("knownBy", "2018-07-26")
                .queryParam("count", "exact").queryParam("limit", 1).get(COMMITMENTS).then().body("count", equalTo(2))
                .body("items.size()", equalTo(1));
        given().queryParam("party", "two-minds").queryParam("knownBy", "2018-07-16").get(COMMITMENTS)
                .then().body("items.size()", equalTo(0));
    }

    @Test
    void refusesWhatCannotBe() {
        Given.party("promising-wrong");
        Given.analyst().body(promise("nobody-known", "2018-07-26")).post(COMMITMENTS)
                .then().spec(problemAt(422, "party_unknown", "/party"));
        Given.analyst().body(promise("promising-wrong", "2018-07-16")).post(COMMITMENTS)
                .then().spec(problemAt(422, "range_inverted", "/dueOn"));
        Given.analyst().body(promise("promising-wrong", "2018-07-32")).post(COMMITMENTS)
                .then().spec(problemAt(400, "invalid_date", "/dueOn"));
        Given.analyst().body(promise("promising-wrong", "2018-07-26").replace("monthly_report", "apology")).post(COMMITMENTS)
                .then().spec(problemAt(400, "wrong_type", "/expected/kind"));
    }
}
