package org.harmregistry.incidents.gap;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.harmregistry.kit.testing.Problems.problemAt;

import org.harmregistry.incidents.incident.IncidentApi;
import org.harmregistry.incidents.record.Given;
import org.harmregistry.kit.testing.PostgresResource;
import org.harmregistry.kit.testing.Tokens;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
@WithTestResource(value = PostgresResource.class, scope = TestResourceScope.GLOBAL)
class GapResourceTest {

    private static final String BATTLE = "\"period\": {\"from\": \"2017-06\", \"to\": \"2017-10\"}, ";
    private static boolean told;

    /** What was said about Raqqa, as compiled in the ledger of published totals and the article of 17 July 2018. */
    private static void tell() {
        if (told) {
            return;
        }
        told = true;
        Given.party("raqqa-case");
        say("documented", "2018-07-17", BATTLE + "\"words\": \"hundreds\"");
        say("conceded", "2018-07-17", BATTLE + "\"killed\": {\"min\": 23, \"max\": 23}");
        say("conceded", "2018-07-01", BATTLE + "\"publishedOnPrecision\": \"month\", \"measure\": \"step\","
                + " \"killed\": {\"min\": 77, \"max\": 77}");
        say("conceded", "2019-04-24", BATTLE + "\"killed\": {\"min\": 159, \"max\": 159}");
        say("conceded", "2019-04-25", BATTLE + "\"killed\": {\"min\": 180, \"max\": 180}");
        say("documented", "2019-04-25", BATTLE + "\"by\": \"Amnesty International and Airwars\","
                + " \"killed\": {\"min\": 1600, \"minExclusive\": true}");
        say("conceded", "2019-04-25", "\"period\": {\"from\": \"2014-10\", \"to\": \"2017-10\"}, \"killed\":"
                + " {\"min\": 318, \"max\": 318}");
        say("conceded", "2019-04-25", "\"unit\": \"incidents\", " + BATTLE + "\"killed\": {\"min\": 41, \"max\": 41}");
    }

    private static void say(String stance, String publishedOn, String rest) {
        Given.analyst().body("{\"kind\": \"published_total\", \"stance\": \"" + stance + "\", \"area\": \"Raqqa\","
                + " \"publishedOn\": \"" + publishedOn + "\", " + rest + "}")
                .post("/api/v1/parties/raqqa-case/tallies").then().statusCode(201);
    }

    private static io.restassured.response.ValidatableResponse gap(String knownBy) {
        tell();
        return given().queryParam("party", "raqqa-case").queryParam("place", "raqqa").queryParam("from", "2017-06")
                .queryParam("to", "2017-10").queryParam("knownBy", knownBy).get("/api/v1/gap").then().statusCode(200)
                .body("rule", equalTo("gap-1")).body("knownBy", equalTo(knownBy)).body("rows.size()", equalTo(1))
                .body("rows[0].key", equalTo("raqqa")).body("rows[0].period.from", equalTo("2017-06"));
    }

    @Test
    void beforeAnythingWasSaidThereIsNothingToCompare() {
        gap("2018-07-16").body("rows[0].gap", nullValue()).body("rows[0].gapReason", equalTo("not_documented"))
                .body("shownNotAdded.size()", equalTo(0));
    }

    @Test
    void on17July2018WordsStandAgainstANumber() {
        gap("2018-07-17").body("rows[0].documented.words", equalTo("hundreds")).body("rows[0].documented.min", nullValue())
                .body("rows[0].conceded.min", equalTo(23)).body("rows[0].conceded.max", equalTo(23))
                .body("rows[0].gap", nullValue()).body("rows[0].gapReason", equalTo("words_only"))
                .body("shownNotAdded.size()", equalTo(0));
    }

    @Test
    void on24April2019TheNumberHasGrownAndTheWordsHaveStayed() {
        gap("2019-04-24").body("rows[0].documented.words", equalTo("hundreds")).body("rows[0].conceded.min", equalTo(159))
                .body("rows[0].gap", nullValue()).body("rows[0].gapReason", equalTo("words_only"))
                .body("shownNotAdded.min", contains(77)).body("shownNotAdded[0].measure", equalTo("step"));
    }

    @Test
    void on25April2019TheGapIsMoreThan1420AndItsUpperEndUnknown() {
        gap("2019-04-25").body("rows[0].documented.min", equalTo(1600)).body("rows[0].documented.max", nullValue())
                .body("rows[0].documented.minExclusive", equalTo(true))
                .body("rows[0].documented.tally.by", equalTo("Amnesty International and Airwars"))
                .body("rows[0].documented.tally.publishedOn", equalTo("2019-04-25"))
                .body("rows[0].conceded.max", equalTo(180)).body("rows[0].gap.min", equalTo(1420))
                .body("rows[0].gap.minExclusive", equalTo(true)).body("rows[0].gap.max", nullValue())
                .body("rows[0].gapReason", nullValue()).body("shownNotAdded.min", containsInAnyOrder(77, 318));
    }

    @Test
    void withoutAPlaceEachAreaHasItsRowUnderItsPublishedName() {
        tell();
        given().queryParam("party", "raqqa-case").queryParam("from", "2017-06-01").queryParam("to", "2017-10-31")
                .get("/api/v1/gap").then().body("rows.key", contains("Raqqa")).body("rows[0].gap.min", equalTo(1420));
        given().queryParam("party", "raqqa-case").queryParam("by", "none").queryParam("place", "Raqqa")
                .queryParam("from", "2014-10").queryParam("to", "2017-10").get("/api/v1/gap").then()
                .body("rows[0].key", nullValue()).body("rows[0].conceded.min", equalTo(318))
                .body("rows[0].gapReason", equalTo("not_documented"));
    }

    @Test
    void byMonthThePartysOwnReportsStandAlone() {
        Given.party("reporting");
        for (String month : new String[] { "2018-11", "2018-06", "2018-12" }) {
            Given.analyst().body("{\"kind\": \"monthly_report\", \"stance\": \"conceded\", \"month\": \"" + month
                    + "\", \"publishedOn\": \"2019-02-01\", \"deathsInMonth\": " + (month.equals("2018-06") ? 105 : 15) + "}")
                    .post("/api/v1/parties/reporting/tallies").then().statusCode(201);
        }

        given().queryParam("party", "reporting").queryParam("by", "month").queryParam("to", "2018-11").get("/api/v1/gap")
                .then().statusCode(200).body("rows.key", contains("2018-06", "2018-11"))
                .body("rows.conceded.max", contains(105, 15)).body("rows[0].gapReason", equalTo("not_documented"));
    }

    @Test
    void whatTheRegistryItselfRecordedStandsBesideAndIsNotAdded() {
        Given.party("recorded-case");
        String place = "\"place\":{\"name\":\"Raqqa\",\"country\":\"SY\"},";
        String suspected = "\"parties\":[{\"party\":\"recorded-case\",\"role\":\"suspected\"}]";
        String killed = "\"harm\":{\"reported\":true,\"killed\":{\"civilians\":{\"min\":9,\"max\":14}}},";
        IncidentApi.importRows(Tokens.publisher(),
                IncidentApi.publicRow("gap-test", "1", "\"occurred\":{\"from\":\"2017-07-02\"}," + place + killed + suspected),
                IncidentApi.publicRow("gap-test", "2", "\"occurred\":{\"from\":\"2017-10-31\"}," + place + killed
                        + suspected.replace("suspected\"}", "belligerent\"}")),
                IncidentApi.publicRow("gap-test", "3", "\"occurred\":{\"from\":\"2017-11-01\"}," + place + killed + suspected),
                IncidentApi.publicRow("gap-test", "4", "\"occurred\":{\"from\":\"2017-08-02\"}," + place + suspected))
                .forEach(row -> assertThat(row.getString("result")).isEqualTo("created"));

        var question = given().queryParam("party", "recorded-case").queryParam("place", "Raqqa").queryParam("from", "2017-06")
                .queryParam("to", "2017-10").queryParam("knownBy", "2018-07-17");
        question.get("/api/v1/gap").then().statusCode(200).body("rows[0].recorded.incidents", equalTo(2))
                .body("rows[0].recorded.incidentsWithCiviliansKilled", equalTo(1))
                .body("rows[0].recorded.killed.civilians.min", equalTo(9))
                .body("rows[0].recorded.killed.civilians.max", equalTo(14)).body("rows[0].gap", nullValue());
        question.queryParam("gradings", "fair").get("/api/v1/gap").then().body("rows[0].recorded.incidents", equalTo(0));
        given().queryParam("party", "recorded-case").queryParam("gradings", "nice").queryParam("by", "month").get("/api/v1/gap")
                .then().spec(problemAt(400, "invalid_parameter", "?gradings"));
    }

    @Test
    void bothClocksCountApart() {
        String tallies = "/api/v1/parties/" + Given.party("two-clocks") + "/tallies";
        String said = "{\"kind\": \"published_total\", \"area\": \"Raqqa\", " + BATTLE;
        Given.analyst().body(said + "\"stance\": \"documented\", \"publishedOn\": \"2018-01-01\", \"killed\": {\"min\": 50,"
                + " \"max\": 50}}").post(tallies).then().statusCode(201);
        var conceded = Given.analyst().body(said + "\"stance\": \"conceded\", \"publishedOn\": \"2018-02-01\", \"killed\":"
                + " {\"min\": 10, \"max\": 10}}").post(tallies);
        String first = conceded.jsonPath().getString("updatedAt");
        var corrected = Given.patching(Given.analyst(), conceded.header("ETag"))
                .body("{\"killed\": {\"min\": 30, \"max\": 30}}")
                .patch(conceded.header("Location"));
        String second = corrected.jsonPath().getString("updatedAt");

        asked(first, "2018-02-01").body("rows[0].gap.min", equalTo(40)).body("asOf", equalTo(first));
        asked(second, "2018-02-01").body("rows[0].gap.min", equalTo(20)).body("asOf", equalTo(second));
        asked(second, "2018-01-31").body("rows[0].gapReason", equalTo("not_conceded"));
        String tag = asked(first, "2018-02-01").extract().header("ETag");
        assertThat(tag).isNotEqualTo(asked(second, "2018-02-01").extract().header("ETag"));
        given().header("If-None-Match", tag).queryParam("party", "two-clocks").queryParam("place", "Raqqa")
                .queryParam("from", "2017-06").queryParam("to", "2017-10").queryParam("knownBy", "2018-02-01")
                .queryParam("asOf", first).get("/api/v1/gap").then().statusCode(304);
        given().queryParam("party", "two-clocks").queryParam("from", "2017-06").queryParam("to", "2017-10")
                .queryParam("asOf", "2018").get("/api/v1/gap").then().spec(problemAt(400, "invalid_parameter", "?asOf"));
    }

    private static io.restassured.response.ValidatableResponse asked(String asOf, String knownBy) {
        return given().queryParam("party", "two-clocks").queryParam("place", "Raqqa").queryParam("from", "2017-06")
                .queryParam("to", "2017-10").queryParam("knownBy", knownBy).queryParam("asOf", asOf).get("/api/v1/gap").then()
                .statusCode(200);
    }

    @Test
    void refusesQuestionsThatCannotBeAnswered() {
        Given.party("questioned");
        given().get("/api/v1/gap").then().spec(problemAt(400, "invalid_parameter", "?party"));
        given().queryParam("party", "questioned").get("/api/v1/gap").then().spec(problemAt(400, "invalid_parameter", "?from"));
        given().queryParam("party", "questioned").queryParam("from", "2017-10").queryParam("to", "2017-06").get("/api/v1/gap")
                .then().spec(problemAt(422, "range_inverted", "?to"));
        given().queryParam("party", "nobody-known").queryParam("from", "2017-06").queryParam("to", "2017-10")
                .get("/api/v1/gap").then().spec(problemAt(422, "party_unknown", "?party"));
        given().queryParam("party", "questioned").queryParam("by", "moon").get("/api/v1/gap")
                .then().spec(problemAt(400, "invalid_parameter", "?by"));
    }
}
