package org.harmregistry.incidents.ledger;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.harmregistry.incidents.allegation.AllegationApi.act;
import static org.harmregistry.incidents.allegation.AllegationApi.as;
import static org.harmregistry.incidents.allegation.AllegationApi.asParty;
import static org.harmregistry.incidents.allegation.AllegationApi.create;
import static org.harmregistry.incidents.allegation.AllegationApi.publish;
import static org.harmregistry.incidents.allegation.AllegationApi.step;
import static org.harmregistry.incidents.allegation.AllegationApi.walk;
import static org.harmregistry.kit.testing.Problems.problem;
import static org.harmregistry.kit.testing.Problems.problemAt;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.harmregistry.incidents.record.Given;
import org.harmregistry.incidents.tally.MonthlyReports;
import org.harmregistry.kit.testing.PostgresResource;
import org.harmregistry.kit.testing.Tokens;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;

/** The ledger over HTTP, against one that was worked out the simplest way. */
@QuarkusTest
@WithTestResource(value = PostgresResource.class, scope = TestResourceScope.GLOBAL)
class LedgerResourceTest {

    private static final YearMonth FROM = YearMonth.of(2017, 1);
    private static final YearMonth TO = YearMonth.of(2019, 6);

    private static RequestSpecification asked(RequestSpecification by, String party) {
        return by.queryParam("party", party).queryParam("from", FROM.toString()).queryParam("to", TO.toString());
    }

    private static List<NaiveLedger.Month> months(RequestSpecification request) {
        JsonPath answer = request.get("/api/v1/ledger").then().statusCode(200).body("rule", equalTo("ledger-1")).extract()
                .jsonPath();
        List<NaiveLedger.Month> months = new ArrayList<>();
        for (Map<String, Object> month : answer.<Map<String, Object>> getList("months")) {
            Map<?, ?> closed = (Map<?, ?>) month.get("closed");
            assertThat(closed.get("total")).isEqualTo((Integer) closed.get("credible") + (Integer) closed.get("nonCredible")
                    + (Integer) closed.get("duplicate") + (Integer) closed.get("insufficientInformation"));
            months.add(new NaiveLedger.Month((String) month.get("month"), (Integer) month.get("carriedOver"),
                    (Integer) month.get("new"), (Integer) month.get("reopened"),
                    List.of((Integer) closed.get("credible"), (Integer) closed.get("nonCredible"),
                            (Integer) closed.get("duplicate"), (Integer) closed.get("insufficientInformation")),
                    (Integer) month.get("open")));
        }
        return months;
    }

    @Test
    void equalsTheNaiveLedgerNowAndAsOfEveryEarlierInstant() {
        for (long seed : new long[] { 20180717, 20190425 }) {
            String party = Given.party("ledger-random-" + seed);
            RandomHistories histories = new RandomHistories(party, seed);
            Map<String, List<NaiveLedger.Month>> past = new LinkedHashMap<>();
            for (int round = 0; round < 4; round++) {
                for (int i = 0; i < 6; i++) {
                    histories.recordCase();
                }
                for (int i = 0; i < 3 * round; i++) {
                    histories.correctSomeCase();
                }
                if (histories.lastRecordedAt() != null) {
                    past.put(histories.lastRecordedAt(), histories.naive().months(FROM, TO));
                }
            }

            assertThat(months(asked(as(Tokens.analyst()), party))).as("seed " + seed)
                    .isEqualTo(histories.naive().months(FROM, TO));
            assertThat(past).hasSizeGreaterThan(2);
            past.forEach((asOf, expected) -> assertThat(months(asked(as(Tokens.analyst()), party).queryParam("asOf", asOf)))
                    .as("seed " + seed + " as of " + asOf).isEqualTo(expected));
        }
    }

    @Test
    void countsOnlyWhatTheWorldKnewByADay() {
        String party = Given.party("ledger-known");
        String id = create(party, "2017-03-05", "").path("id");
        walk(id, "under_assessment@2017-03-10");
        act(id, "transitions", step("credible", "2017-03-20", "\"publishedOn\": \"2017-04-30\"")).then().statusCode(201);
        walk(id, "reopened@2017-04-02");

        var march = "months.find { it.month == '2017-03' }.";
        var april = "months.find { it.month == '2017-04' }.";
        asked(as(Tokens.analyst()), party).queryParam("knownBy", "2017-04-29").get("/api/v1/ledger").then()
                .body(march + "closed.credible", equalTo(0)).body(march + "open", equalTo(1))
                .body(april + "reopened", equalTo(0)).body("knownBy", equalTo("2017-04-29"));
        asked(as(Tokens.analyst()), party).queryParam("knownBy", "2017-04-30").get("/api/v1/ledger").then()
                .body(march + "closed.credible", equalTo(1)).body(march + "open", equalTo(0))
                .body(april + "reopened", equalTo(1)).body(april + "open", equalTo(1));
        asked(as(Tokens.analyst()), party).queryParam("knownBy", "2017-03-04").get("/api/v1/ledger").then()
                .body(march + "new", equalTo(0));
    }

    @Test
    void countsWhatItsReaderMaySee() {
        String party = Given.party("ledger-seen");
        String shown = create(party, "2017-03-05", "").path("id");
        create(party, "2017-03-06", "");
        publish(shown).then().statusCode(200);

        asked(as(Tokens.analyst()), party).get("/api/v1/ledger").then().body("covers", equalTo("all"))
                .body("months[2].new", equalTo(2));
        asked(asParty(party), party).get("/api/v1/ledger").then().body("covers", equalTo("all"))
                .body("months[2].new", equalTo(2));
        asked(given(), party).get("/api/v1/ledger").then().body("covers", equalTo("public"))
                .body("months[2].new", equalTo(1));
        asked(asParty("someone-else"), party).get("/api/v1/ledger").then().body("covers", equalTo("public"))
                .body("months[2].new", equalTo(1));
    }

    @Test
    void namesInconsistentCasesToAnalystsOnly() throws SQLException {
        String party = Given.party("ledger-broken");
        String id = create(party, "2017-03-05", "").path("id");
        publish(id).then().statusCode(200);
        try (Connection owner = PostgresResource.asOwner(); Statement statement = owner.createStatement()) {
            statement.execute("insert into allegation_transition (allegation, number, root, state, on_date, known_on, content,"
                    + " recorded_at, recorded_by) values ('" + id + "', 2, 2, 'reopened', '2017-04-01', '2017-04-01',"
                    + " '{\"to\": \"reopened\", \"on\": \"2017-04-01\"}', now(), 'a restored backup')");
        }

        asked(as(Tokens.analyst()), party).get("/api/v1/ledger")
                .then().spec(problemAt(409, "ledger_inconsistent", "/allegations/" + id));
        asked(given(), party).get("/api/v1/ledger").then().spec(problem(409, "ledger_inconsistent"))
                .body("violations", nullValue());
    }

    @Test
    void setsThePartysOwnTalliesBesideWithTheirOwnIdentities() {
        String party = Given.party("ledger-beside");
        List<MonthlyReports.Row> rows = MonthlyReports.read();
        rows.forEach(row -> Given.analyst().body(row.asJson()).post("/api/v1/parties/" + party + "/tallies").then()
                .statusCode(201));
        String id = create(party, "2018-06-03", "").path("id");
        walk(id, "under_assessment@2018-06-10", "insufficient_information@2018-06-20");
        create(party, "2018-06-04", "");

        JsonPath ledger = as(Tokens.analyst()).queryParam("party", party).queryParam("from", "2016-10")
                .queryParam("to", "2019-12")
                .get("/api/v1/ledger").then().statusCode(200).extract().jsonPath();

        List<Boolean> holds = ledger.<List<List<Boolean>>> getList("months.tallies.identities.holds").stream()
                .flatMap(List::stream).flatMap(List::stream).filter(one -> one != null).toList();
        assertThat(holds).hasSize(18).containsOnly(true);
        assertThat(ledger.getList("months")).hasSize(39);
        // Read as a whole: each path that is asked for by itself is compiled anew.
        Map<String, Map<String, Object>> tallies = ledger.<Map<String, Object>> getList("months").stream()
                .filter(month -> !((List<?>) month.get("tallies")).isEmpty())
                .collect(Collectors.toMap(month -> (String) month.get("month"), LedgerResourceTest::firstTally));
        assertThat(tallies).hasSize(rows.size());
        rows.forEach(row -> List.of("carriedOver", "newReports", "completed", "credible", "openAtEnd", "reopened")
                .forEach(field -> assertThat(tallies.get(row.month()).get(field)).as(row.month() + " " + field)
                        .isEqualTo(row.number(field))));
        // 45 new of 314 carried over, 125 completed, 234 open; here two new, one closed, one open.
        assertThat((Map<?, ?>) tallies.get("2018-06").get("difference")).isEqualTo(Map.of("carriedOver", 314, "new", 43, "closed", 124,
                "credible", 16, "nonCredible", 106, "duplicate", 3, "open", 233));
        as(Tokens.analyst()).queryParam("party", party).queryParam("from", "2018-06").queryParam("to", "2018-07")
                .queryParam("knownBy", "2018-08-29").get("/api/v1/ledger").then()
                .body("months.collect { it.tallies.size() }", contains(1, 0));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> firstTally(Map<String, Object> month) {
        return ((List<Map<String, Object>>) month.get("tallies")).get(0);
    }

    @Test
    void refusesQuestionsThatCannotBeAnswered() {
        String party = Given.party("ledger-questions");
        refused(400, "invalid_parameter", "?party", "from", "2017-01", "to", "2017-02");
        refused(400, "invalid_parameter", "?from", "party", party, "to", "2017-02");
        refused(400, "invalid_parameter", "?from", "party", party, "from", "2017-13", "to", "2017-02");
        refused(400, "invalid_parameter", "?to", "party", party, "from", "2017-01", "to", "2017-02-01");
        refused(400, "invalid_parameter", "?from", "party", party, "from", "0001-01", "to", "2017-02");
        refused(400, "invalid_parameter", "?to", "party", party, "from", "1900-01", "to", "2017-02");
        refused(422, "range_inverted", "?to", "party", party, "from", "2017-03", "to", "2017-02");
        refused(422, "party_unknown", "?party", "party", "nobody", "from", "2017-01", "to", "2017-02");
        refused(400, "invalid_parameter", "?asOf", "party", party, "from", "2017-01", "to", "2017-02", "asOf", "now");
        refused(400, "invalid_parameter", "?knownBy", "party", party, "from", "2017-01", "to", "2017-02", "knownBy", "x");
        refused(400, "unknown_parameter", "?until", "party", party, "from", "2017-01", "to", "2017-02", "until", "x");
    }

    private static void refused(int status, String code, String pointer, String... parameters) {
        var request = given();
        for (int i = 0; i < parameters.length; i += 2) {
            request.queryParam(parameters[i], parameters[i + 1]);
        }
        request.get("/api/v1/ledger").then().spec(problemAt(status, code, pointer));
    }
}
