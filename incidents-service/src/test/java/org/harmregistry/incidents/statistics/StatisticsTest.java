package org.harmregistry.incidents.statistics;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.harmregistry.incidents.incident.IncidentApi.INCIDENTS;
import static org.harmregistry.incidents.incident.IncidentApi.as;
import static org.harmregistry.incidents.incident.IncidentApi.importRows;
import static org.harmregistry.incidents.incident.IncidentApi.publicRow;
import static org.harmregistry.kit.testing.Problems.problemAt;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

import org.harmregistry.kit.testing.PostgresResource;
import org.harmregistry.kit.testing.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;

/** Five events; the sums were made by hand from the rows below. */
@QuarkusTest
@WithTestResource(value = PostgresResource.class, scope = TestResourceScope.GLOBAL)
class StatisticsTest {

    private static final String STATISTICS = "/api/v1/statistics";
    private static final String DATASET = "statistics-test";

    @BeforeEach
    void bringInTheEvents() {
        importRows(Tokens.publisher(),
                event("1", "2017-06-30", "SY11", "alliance-t,militia-t", "{\"min\":9,\"max\":14}", "1,2,3", true),
                event("2", "2017-07-01", "SY11", "alliance-t,alliance-t", "{\"min\":3}", "10,20,30", true),
                event("3", "2017-07-31", "SY02", "", "{\"max\":5}", null, false),
                event("4", "2017-07-31", "SY02", "militia-t", "{\"min\":0,\"max\":0}", "9,8,8", false),
                publicRow(DATASET, "5", "\"dataset\":\"statistics-test\",\"occurred\":{\"from\":\"2018-01-01\"}"));
    }

    private static String event(String id, String day, String admin1, String suspected, String killed, String totals,
            boolean located) {
        StringBuilder parties = new StringBuilder("{\"party\":\"militia-t\",\"role\":\"belligerent\"}");
        int rule = 0;
        for (String party : suspected.isEmpty() ? new String[0] : suspected.split(",")) {
            parties.append(",{\"party\":\"").append(party).append("\",\"role\":\"suspected\",\"rule\":\"rule-").append(++rule)
                    .append("\"}");
        }
        String[] sums = totals == null ? null : totals.split(",");
        String published = sums == null ? ""
                : ",\"totalsAsPublished\":{\"scheme\":\"ucdp-ged\",\"low\":" + sums[0]
                        + ",\"best\":" + sums[1] + ",\"high\":" + sums[2] + "}";
        return publicRow(DATASET, id, "\"dataset\":\"statistics-test\",\"occurred\":{\"from\":\"" + day
                + "\"},\"place\":{\"country\":\"SY\",\"admin1\":\"" + admin1 + "\""
                + (located ? ",\"point\":{\"lat\":35.95,\"lon\":39.01}" : "") + "},\"parties\":[" + parties
                + "],\"harm\":{\"killed\":{\"civilians\":" + killed + "}" + published + "}");
    }

    private static ValidatableResponse statistics(Map<String, String> parameters) {
        return given().queryParam("dataset", DATASET).queryParams(parameters).get(STATISTICS).then().statusCode(200);
    }

    @Test
    void sumsBoundsApartAndCountsTheUnknownOnes() {
        statistics(Map.of())
                .body("by", equalTo("none"))
                .body("rule", equalTo("incidents-count-1"))
                .body("filter.dataset", equalTo(DATASET))
                .body("gradingsCounted", contains("confirmed", "fair", "weak", "contested", "discounted", "ungraded"))
                .body("total.incidents", equalTo(5))
                .body("total.incidentsWithCiviliansKilled", equalTo(2))
                .body("total.killed.civilians.min", equalTo(12))
                .body("total.killed.civilians.max", equalTo(19))
                .body("total.killed.civilians.minUnknownIn", equalTo(2))
                .body("total.killed.civilians.maxUnknownIn", equalTo(2))
                .body("total.injured.civilians.maxUnknownIn", equalTo(5))
                .body("total.totalsAsPublished", hasSize(1))
                .body("total.totalsAsPublished[0].low", equalTo(20))
                .body("total.totalsAsPublished[0].best", equalTo(30))
                .body("total.totalsAsPublished[0].high", equalTo(41))
                .body("total.totalsAsPublished[0].incidents", equalTo(3))
                .body("completeness.ungraded", equalTo(1.0f))
                .body("completeness.notLocated", equalTo(0.6f))
                .body("completeness.singleSource", nullValue())
                .body("completeness.singleSourceUntold", equalTo(1.0f))
                .body("groups", hasSize(0));
    }

    /**
     * What weak and single_source_claim mean is Airwars' word for it: one source only. Asked of kept sums, of the table, of the
     * past.
     */
    @Test
    void tellsHowManyRestOnOneSource() {
        String[] members = { "\"harm\":{\"grading\":\"weak\"}", "\"harm\":{\"grading\":\"fair\"}",
                "\"strike\":{\"status\":\"single_source_claim\"}", "\"strike\":{\"types\":[\"airstrike\"]}",
                "\"strike\":{\"status\":\"likely_strike\"},\"harm\":{\"grading\":\"weak\"}" };
        String last = null;
        for (int i = 0; i < members.length; i++) {
            last = importRows(Tokens.publisher(), publicRow("one-source", "" + i, "\"dataset\":\"one-source\","
                    + "\"occurred\":{\"from\":\"2017-07-02\"}," + members[i])).get(0).getString("id");
        }
        String then = given().get(INCIDENTS + "/" + last).path("updatedAt");
        for (Map<String, String> question : List.of(Map.of("by", "month"), Map.of("from", "2017-07-02", "to", "2017-07-02"),
                Map.of("asOf", then))) {
            given().queryParam("dataset", "one-source").queryParams(question).get(STATISTICS).then().statusCode(200)
                    .body("completeness.incidents", equalTo(5)).body("completeness.ungraded", equalTo(0.4f))
                    .body("completeness.singleSource", equalTo(0.6f)).body("completeness.singleSourceUntold", equalTo(0.2f));
        }
    }

    @Test
    void tellsMonthsYearsAndAreasApart() {
        statistics(Map.of("by", "month"))
                .body("groups.key", contains("2017-06", "2017-07", "2018-01"))
                .body("groups.incidents", contains(1, 3, 1))
                .body("groups.killed.civilians.min", contains(9, 3, null))
                .body("groups[2].killed.civilians.minUnknownIn", equalTo(1))
                .body("groups[1].totalsAsPublished[0].low", equalTo(19));
        statistics(Map.of("by", "year")).body("groups.key", contains("2017", "2018")).body("groups.incidents", contains(4, 1));
        statistics(Map.of("by", "admin1"))
                .body("groups.key", contains("SY02", "SY11", null))
                .body("groups.incidents", contains(2, 2, 1));
    }

    /** The weeks are those of {@code date +%G-W%V}: a week belongs to the year that has its Thursday. */
    @Test
    void tellsWeeksApart() {
        statistics(Map.of("by", "week")).body("by", equalTo("week"))
                .body("groups.key", contains("2017-W26", "2017-W31", "2018-W01")).body("groups.incidents", contains(2, 2, 1))
                .body("groups.killed.civilians.min", contains(12, 0, null));
        statistics(Map.of("by", "week", "from", "2017-07-01", "to", "2017-07-31"))
                .body("groups.key", contains("2017-W26", "2017-W31")).body("groups.incidents", contains(1, 2));
        importRows(Tokens.publisher(),
                publicRow("weeks-test", "1", "\"dataset\":\"weeks-test\",\"occurred\":{\"from\":\"2017-01-01\"}"));
        given().get(STATISTICS + "?by=week&dataset=weeks-test").then().body("groups.key", contains("2016-W52"));
    }

    @Test
    void countsAnIncidentOnceInTotalAndOnceForEachPartyThatMayBeResponsible() {
        statistics(Map.of("by", "party"))
                .body("groupsOverlap", equalTo(true))
                .body("total.incidents", equalTo(5))
                .body("groups.key", contains("alliance-t", "militia-t"))
                .body("groups.incidents", contains(2, 2))
                .body("groups.killed.civilians.min", contains(12, 9));
        statistics(Map.of("by", "month")).body("groupsOverlap", nullValue());
        statistics(Map.of("party", "alliance-t")).body("total.incidents", equalTo(2));
        statistics(Map.of("rule", "rule-2")).body("total.incidents", equalTo(2));
    }

    @Test
    void tellsSeveralThingsApartAtOnce() {
        statistics(Map.of("by", "month,admin1"))
                .body("by", equalTo("month,admin1"))
                .body("groups.keys", contains(Map.of("month", "2017-06", "admin1", "SY11"),
                        Map.of("month", "2017-07", "admin1", "SY02"), Map.of("month", "2017-07", "admin1", "SY11"),
                        Map.of("month", "2018-01")))
                .body("groups.key", contains(nullValue(), nullValue(), nullValue(), nullValue()))
                .body("groups.incidents", contains(1, 2, 1, 1))
                .body("groups[1].totalsAsPublished[0].high", equalTo(8));
        statistics(Map.of("by", "party,year"))
                .body("groupsOverlap", equalTo(true))
                .body("groups.keys", contains(Map.of("party", "alliance-t", "year", "2017"),
                        Map.of("party", "militia-t", "year", "2017")))
                .body("groups.incidents", contains(2, 2));
        statistics(Map.of("by", "grading")).body("groups.key", contains("ungraded")).body("groups.incidents", contains(5));
        statistics(Map.of("by", "country")).body("groups.key", contains("SY", null)).body("groups.incidents", contains(4, 1));
    }

    @Test
    void countsAnIncidentInTheGroupOfEachOfItsValues() {
        importRows(Tokens.publisher(),
                publicRow("several-test", "1", "\"dataset\":\"several-test\",\"occurred\":{\"from\":\"2017-07-02\"},"
                        + "\"strike\":{\"status\":\"likely_strike\",\"types\":[\"airstrike\",\"artillery\"]},"
                        + "\"infrastructure\":[\"market\",\"hospital\"]"),
                publicRow("several-test", "2", "\"dataset\":\"several-test\",\"occurred\":{\"from\":\"2017-07-02\"},"
                        + "\"strike\":{\"types\":[\"artillery\"]}"));
        given().queryParam("dataset", "several-test").queryParam("by", "strikeType").get(STATISTICS).then()
                .body("groupsOverlap", equalTo(true)).body("total.incidents", equalTo(2))
                .body("groups.key", contains("airstrike", "artillery")).body("groups.incidents", contains(1, 2));
        given().queryParam("dataset", "several-test").queryParam("by", "infrastructure").get(STATISTICS).then()
                .body("groups.key", contains("hospital", "market")).body("groups.incidents", contains(1, 1));
        given().queryParam("dataset", "several-test").queryParam("by", "strikeStatus").get(STATISTICS).then()
                .body("groups.key", contains("likely_strike", null)).body("groups.incidents", contains(1, 1));
    }

    @Test
    void saysExactlyWhichRecordsWereCounted() throws Exception {
        List<Map<String, Object>> items = given().queryParam("dataset", DATASET).get(INCIDENTS).path("items");
        String lines = String.join("", items.stream().map(item -> item.get("id") + ":" + item.get("version") + "\n").sorted()
                .toList());
        String digest = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256")
                .digest(lines.getBytes(StandardCharsets.UTF_8)));

        statistics(Map.of()).body("records.count", equalTo(5)).body("records.digest", nullValue());
        String href = statistics(Map.of("records", "digest")).body("records.count", equalTo(5))
                .body("records.digest", equalTo("sha-256:" + digest)).extract().path("records.href");
        assertThat((List<?>) given().get(href).path("items")).hasSize(5);
    }

    @Test
    void countsWhatTheCallerMaySee() {
        as(Tokens.contributor("statistics-org")).contentType("application/json")
                .body("{\"title\":\"draft\",\"dataset\":\"statistics-drafts\",\"occurred\":{\"from\":\"2017-07-02\"}}")
                .post(INCIDENTS)
                .then().statusCode(201);

        as(Tokens.contributor("statistics-org")).queryParam("dataset", "statistics-drafts").get(STATISTICS).then()
                .body("total.incidents", equalTo(1));
        as(Tokens.analyst()).queryParam("dataset", "statistics-drafts").get(STATISTICS).then()
                .body("total.incidents", equalTo(1));
        given().queryParam("dataset", "statistics-drafts").queryParam("records", "digest").get(STATISTICS).then()
                .body("total.incidents", equalTo(0)).body("total.totalsAsPublished", hasSize(0))
                .body("completeness.ungraded", nullValue())
                // The digest of nothing, from the definition of SHA-256.
                .body("records.digest",
                        equalTo("sha-256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"));
    }

    @Test
    void refusesWhatItDoesNotKnow() {
        given().queryParam("by", "moon").get(STATISTICS).then().spec(problemAt(400, "invalid_parameter", "?by"));
        given().queryParam("by", "month,").get(STATISTICS).then().spec(problemAt(400, "invalid_parameter", "?by"));
        given().queryParam("by", "month,month").get(STATISTICS).then().spec(problemAt(400, "invalid_parameter", "?by"));
        given().queryParam("by", "year,month,party,grading").get(STATISTICS).then()
                .spec(problemAt(400, "invalid_parameter", "?by"));
        given().queryParam("records", "all").get(STATISTICS).then().spec(problemAt(400, "invalid_parameter", "?records"));
        given().queryParam("limit", "1").get(STATISTICS).then().spec(problemAt(400, "unknown_parameter", "?limit"));
        given().queryParam("from", "2017-02-30").get(STATISTICS).then().spec(problemAt(400, "invalid_date", "?from"));
        given().queryParam("from", "2017-02-02").queryParam("to", "2017-02-01").get(STATISTICS).then()
                .spec(problemAt(422, "range_inverted", "?to"));
    }

    /** Everybody's point is the middle of a cell of 0.01 degrees; the squares around it were found by hand. */
    @Test
    void tellsSquaresOfTheMapApart() {
        importRows(Tokens.publisher(), located("1", 35.95, 39.01), located("2", 35.951, 39.019), located("3", 35.949, 39.01),
                located("4", -0.031, -70.199), located("5", 90, 180),
                publicRow("squares-test", "6", "\"dataset\":\"squares-test\",\"occurred\":{\"from\":\"2017-07-01\"}"));
        squares("hundredthOfDegree").body("groups.key", contains("-0.035,-70.195", "35.945,39.015", "35.955,39.015",
                "89.995,179.995", null)).body("groups.incidents", contains(1, 1, 2, 1, 1));
        squares("tenthOfDegree").body("groups.key", contains("-0.05,-70.15", "35.95,39.05", "89.95,179.95", null))
                .body("groups.incidents", contains(1, 3, 1, 1));
        squares("degree").body("groups.key", contains("-0.5,-70.5", "35.5,39.5", "89.5,179.5", null));
        given().queryParam("dataset", "squares-test").queryParam("bbox", "39.00,35.90,39.10,36.00").get(INCIDENTS).then()
                .body("items", hasSize(3));
    }

    private static ValidatableResponse squares(String by) {
        return given().queryParam("dataset", "squares-test").queryParam("by", by).get(STATISTICS).then().statusCode(200);
    }

    private static String located(String id, double lat, double lon) {
        return publicRow("squares-test", id, "\"dataset\":\"squares-test\",\"occurred\":{\"from\":\"2017-07-01\"},"
                + "\"place\":{\"point\":{\"lat\":" + lat + ",\"lon\":" + lon + "}}");
    }
}
