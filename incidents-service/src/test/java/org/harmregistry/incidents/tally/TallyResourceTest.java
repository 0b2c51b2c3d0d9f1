package org.harmregistry.incidents.tally;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.harmregistry.kit.testing.Problems.problem;
import static org.harmregistry.kit.testing.Problems.problemAt;

import java.util.List;

import org.harmregistry.incidents.record.Conventions;
import org.harmregistry.incidents.record.Given;
import org.harmregistry.kit.testing.PostgresResource;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
@WithTestResource(value = PostgresResource.class, scope = TestResourceScope.GLOBAL)
class TallyResourceTest {

    private static final String TOTAL = "{\"kind\": \"published_total\", \"stance\": \"conceded\", \"publishedOn\": \"2018-07-17\","
            + " \"area\": \"Raqqa\", \"killed\": {\"min\": 23, \"max\": 23}}";

    @Test
    void talliesKeepTheConventions() {
        Given.party("tallied");
        new Conventions("/api/v1/parties/tallied/tallies", "/api/v1/parties/tallies/changes", TOTAL,
                TOTAL.replace("23", "159"), "identities").hold();
    }

    @Test
    void thePartysOwnMonthsAddUpByItsOwnIdentities() {
        String tallies = "/api/v1/parties/" + Given.party("adds-up") + "/tallies";
        List<MonthlyReports.Row> rows = MonthlyReports.read();
        rows.forEach(row -> Given.analyst().body(row.asJson()).post(tallies).then().statusCode(201));

        var read = given().queryParam("limit", 200).get(tallies).jsonPath();

        assertThat(rows).hasSize(20);
        assertThat(read.getList("items")).hasSize(20);
        List<Boolean> holds = read.<List<Boolean>> getList("items.identities.holds").stream().flatMap(List::stream)
                .filter(one -> one != null).toList();
        assertThat(holds).hasSize(18).containsOnly(true);
        rows.forEach(row -> MonthlyReports.FIELDS.forEach(field -> assertThat(
                (Integer) read.get("items.find { it.month == '" + row.month() + "' }." + field)).isEqualTo(row.number(field))));
    }

    @Test
    void anIdentityTellsBothSidesAlsoWhereItFailsOrANumberIsMissing() {
        String tallies = "/api/v1/parties/" + Given.party("identities") + "/tallies";
        String june = "{\"kind\": \"monthly_report\", \"stance\": \"conceded\", \"month\": \"2018-06\", \"carriedOver\": 314,"
                + " \"newReports\": 45, \"completed\": 125, \"credible\": 16, \"nonCredible\": 106, \"duplicate\": 3";

        Given.analyst().body(june + ", \"openAtEnd\": 234}").post(tallies).then().statusCode(201)
                .body("identities.name", contains("open", "closed")).body("identities.holds", contains(true, true))
                .body("identities.left", contains(234, 125)).body("identities.right", contains(234, 125));
        Given.analyst().body(june + ", \"openAtEnd\": 235}").post(tallies).then()
                .body("identities[0].holds", equalTo(false)).body("identities[1].holds", equalTo(true));
        Given.analyst().body(june + "}").post(tallies).then()
                .body("identities[0].holds", nullValue()).body("identities[0].left", equalTo(234));
    }

    @Test
    void onlyWhatWasPublishedByTheDayIsKnown() {
        String tallies = "/api/v1/parties/" + Given.party("known") + "/tallies";
        Given.analyst().body(TOTAL).post(tallies);
        Given.analyst().body(TOTAL.replace("2018-07-17", "2018-07-01").replace("23", "77").replaceFirst("\\{",
                "{\"publishedOnPrecision\": \"month\", \"measure\": \"step\", ")).post(tallies);
        Given.analyst().body(TOTAL.replace("\"publishedOn\": \"2018-07-17\",", "").replace("23", "9")).post(tallies);

        assertThat(known(tallies, "2018-07-16")).isEmpty();
        assertThat(known(tallies, "2018-07-17")).containsExactly(23);
        assertThat(known(tallies, "2018-07-30")).containsExactly(23);
        assertThat(known(tallies, "2018-07-31")).containsExactly(23, 77);
        given().get(tallies).then().body("items.killed.min", contains(23, 77, 9));
    }

    private static List<Integer> known(String tallies, String day) {
        return given().queryParam("knownBy", day).get(tallies).jsonPath().getList("items.killed.min");
    }

    @Test
    void listsByKindAndStance() {
        String tallies = "/api/v1/parties/" + Given.party("filtered") + "/tallies";
        Given.analyst().body(TOTAL).post(tallies);
        Given.analyst().body(TOTAL.replace("conceded", "documented").replace("23", "1600")).post(tallies);

        given().queryParam("stance", "documented").get(tallies).then().body("items.killed.min", contains(1600));
        given().queryParam("kind", "monthly_report").get(tallies).then().body("items.size()", equalTo(0));
        given().queryParam("kind", "rumour").get(tallies).then().spec(problemAt(400, "invalid_parameter", "?kind"));
        given().get("/api/v1/parties/nobody/tallies").then().spec(problem(404, "not_found"));
        Given.contributor().body("{").post("/api/v1/parties/nobody/tallies").then().spec(problem(404, "not_found"));
    }

    @Test
    void refusesNumbersAndPeriodsThatCannotBe() {
        String tallies = "/api/v1/parties/" + Given.party("refusing") + "/tallies";
        refused(tallies, TOTAL.replace("\"max\": 23", "\"max\": 22"), 422, "range_inverted", "/killed");
        refused(tallies, TOTAL.replace("\"max\": 23", "\"max\": 23, \"minExclusive\": true"), 422, "range_inverted", "/killed");
        refused(tallies, TOTAL.replace("\"min\": 23", "\"min\": -1"), 400, "invalid_value", "/killed/min");
        refused(tallies, TOTAL.replace("\"max\": 23", "\"max\": 10000001"), 400, "invalid_value", "/killed/max");
        refused(tallies, TOTAL.replace("\"min\": 23", "\"min\": 7.9"), 400, "wrong_type", "/killed/min");
        refused(tallies, TOTAL.replace("\"min\": 23", "\"min\": \"23\""), 400, "wrong_type", "/killed/min");
        refused(tallies, TOTAL.replace("2018-07-17", "2018-02-30"), 400, "invalid_date", "/publishedOn");
        refused(tallies, with("\"words\": \"hundreds\""), 422, "number_or_words", "/words");
        refused(tallies, with("\"period\": {\"from\": \"2017-10\", \"to\": \"2017-06\"}"), 422, "range_inverted", "/period");
        refused(tallies, with("\"period\": {\"from\": \"2017-13\"}"), 400, "invalid_date", "/period/from");
        refused(tallies, with("\"month\": \"2018-6\""), 400, "invalid_date", "/month");
        refused(tallies, with("\"newReports\": 10000001"), 400, "invalid_value", "/newReports");
        refused(tallies, with("\"notes\": \"" + "x".repeat(10_001) + "\""), 422, "text_too_long", "/notes");
        refused(tallies, TOTAL.replace("\"Raqqa\"", "\" \""), 400, "invalid_value", "/area");
        refused(tallies, TOTAL.replace("published_total", "monthly_report"), 400, "missing_field", "/month");
        refused(tallies, TOTAL.replace("conceded", "admitted"), 400, "wrong_type", "/stance");
    }

    private static String with(String field) {
        return TOTAL.replaceFirst("\\{", "{" + field + ", ");
    }

    private static void refused(String tallies, String body, int status, String code, String pointer) {
        Given.analyst().body(body).post(tallies).then().spec(problemAt(status, code, pointer));
    }
}
