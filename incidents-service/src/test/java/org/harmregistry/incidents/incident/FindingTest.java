package org.harmregistry.incidents.incident;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.harmregistry.incidents.incident.IncidentApi.INCIDENTS;
import static org.harmregistry.incidents.incident.IncidentApi.as;
import static org.harmregistry.incidents.incident.IncidentApi.importRows;
import static org.harmregistry.incidents.incident.IncidentApi.publicRow;
import static org.harmregistry.kit.testing.Problems.problem;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.harmregistry.kit.testing.PostgresResource;
import org.harmregistry.kit.testing.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;

/** Incidents around a place, by words, by means and by order; what is found was told by hand from the rows below. */
@QuarkusTest
@WithTestResource(value = PostgresResource.class, scope = TestResourceScope.GLOBAL)
class FindingTest {

    private static final String DATASET = "finding-test";

    /** From b to a one minute of latitude, a nautical mile of 1,853 m; c lies ten of them to the north. */
    @BeforeEach
    void bringInTheEvents() {
        importRows(Tokens.publisher(),
                event("a", "Hospital hit", "2017-01-03", 35.95, 39.0, 3, "likely_strike", "airstrike", "hospital", true),
                event("b", "Market and hospital hit", "2017-01-01", 35.9333333333, 39.0, 12, "declared_strike", "artillery",
                        "market", true),
                event("c", "Bridge destroyed", "2017-01-02", 36.1, 39.0, 0, "likely_strike", "drone_strike", "water", false));
    }

    private static String event(String id, String title, String day, double lat, double lon, int killed, String status,
            String type, String infrastructure, boolean harm) {
        return publicRow(DATASET, id, """
                "summary":"%s","dataset":"finding-test","occurred":{"from":"%s"},
                "place":{"country":"SY","point":{"lat":%s,"lon":%s}},
                "strike":{"status":"%s","types":["%s"]},"infrastructure":["%s"],
                "harm":{"reported":%s,"killed":{"civilians":{"min":%d}}}
                """.formatted(title, day, lat, lon, status, type, infrastructure, harm, killed).replace("\n", " "));
    }

    private static String found(Map<String, String> question) {
        List<String> ids = given().queryParam("dataset", DATASET).queryParams(question).get(INCIDENTS).then().statusCode(200)
                .extract().path("items.collect { it.externalIds[0].id }");
        return String.join(" ", ids);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', nullValues = "-", value = {
            "near=35.95,39.0;radius=1800;a", "near=35.95,39.0;radius=1900;b a", "near=35.95,39;radius=20km;b c a",
            "near=35.95,39.0;radius=1900m;b a", "q=hospital;-;b a", "q=HOSPITAL market;-;b", "q=bridges;-;-",
            "strikeStatus=likely_strike;-;c a", "strikeStatus=likely_strike,declared_strike;-;b c a",
            "strikeType=artillery,drone_strike;-;b c", "infrastructure=market,water;-;b c", "civilianHarm=yes;-;b a",
            "civilianHarm=no;-;c", "organisation=nobody;-;-", "sort=-occurred.from;-;a c b", "sort=killed;-;c a b",
            "sort=-killed;-;b a c", "sort=code;-;a b c", "updatedSince=2000-01-01T00:00:00Z;-;b c a",
            "updatedSince=2999-01-01T00:00:00Z;-;-" })
    void findsAndOrders(String first, String second, String expected) {
        assertThat(found(question(first, second))).isEqualTo(expected == null ? "" : expected);
    }

    private static Map<String, String> question(String... parts) {
        Map<String, String> question = new java.util.LinkedHashMap<>();
        Stream.of(parts).filter(part -> part != null).map(part -> part.split("=", 2))
                .forEach(pair -> question.put(pair[0], pair[1]));
        return question;
    }

    @Test
    void ordersByDistanceFromThePlaceAskedFor() {
        assertThat(found(question("near=36.09,39.0", "radius=100km", "sort=distance"))).isEqualTo("c a b");
        assertThat(found(question("near=36.09,39.0", "radius=100km", "sort=-distance"))).isEqualTo("b a c");
    }

    @ParameterizedTest
    @ValueSource(strings = { "occurred.from", "-occurred.from", "updatedAt", "-updatedAt", "killed", "-killed", "code",
            "-code", "distance", "-distance" })
    void walksEveryOrderPageByPage(String sort) {
        List<String> walked = new ArrayList<>();
        Map<String, String> question = question("near=36,39", "radius=100km", "sort=" + sort, "limit=1");
        String after = null;
        do {
            JsonPath page = (after == null ? given() : given().queryParam("after", after)).queryParam("dataset", DATASET)
                    .queryParams(question).get(INCIDENTS).then().statusCode(200).extract().jsonPath();
            walked.addAll(page.getList("items.externalIds[0].id"));
            after = page.getString("page.next");
        } while (after != null);

        assertThat(String.join(" ", walked)).isEqualTo(found(question("near=36,39", "radius=100km", "sort=" + sort)));
        assertThat(walked).hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(strings = { "near=35.95", "near=95,39", "near=35,181", "near=35.95,39.0", "radius=5", "near=1,1;radius=0",
            "near=1,1;radius=501km", "near=1,1;radius=5mi", "sort=distance", "sort=title", "civilianHarm=maybe",
            "strikeStatus=sure", "strikeType=airstrike,", "infrastructure=shop", "updatedSince=yesterday", "q=%", "q=*",
            "asOf=2017-01-01", "q=' or 1 = 1 --;sort=-" })
    void refusesWhatItCannotRead(String question) {
        given().queryParams(question(question.split(";"))).get(INCIDENTS).then()
                .spec(problem(400, "invalid_parameter"));
    }

    @ParameterizedTest
    @ValueSource(strings = { "hospital' or 1=1", "hospital & market", "hospital | bridge", "!hospital", "hospital:*", "hosp%",
            "hos_ital", "\\hospital\\", "(hospital", "hospital)", "\"hospital\"", "hospital;drop table incident" })
    void takesEveryOperatorForText(String words) {
        given().queryParam("dataset", DATASET).queryParam("q", words).get(INCIDENTS).then().statusCode(200);
    }

    @Test
    void findsTheLastWordOfALongAccount() {
        String account = IntStream.range(0, 1_500).mapToObj(i -> "word" + i).collect(Collectors.joining(" "));
        importRows(Tokens.publisher(), publicRow("long-account", "1", "\"dataset\":\"long-account\",\"occurred\":{\"from\":"
                + "\"2017-01-01\"},\"summary\":\"" + account + "\"")).forEach(result -> assertThat(result.getString("result"))
                        .isEqualTo("created"));

        given().queryParam("q", "word0 word1499").get(INCIDENTS).then().body("items.size()", equalTo(1));
    }

    /** Which term is a kind of which is what the served list says. */
    @Test
    void findsTheKindsOfWhatIsAskedFor() {
        List<Map<String, Object>> terms = given().get("/api/v1/vocabularies/infrastructure").path("terms");
        importRows(Tokens.publisher(), terms.stream().map(term -> publicRow("kinds-test", (String) term.get("id"),
                "\"dataset\":\"kinds-test\",\"occurred\":{\"from\":\"2017-01-01\"},\"infrastructure\":[\"" + term.get("id")
                        + "\"]"))
                .toArray(String[]::new));
        for (Map<String, Object> asked : terms) {
            List<Object> kinds = terms.stream().filter(term -> term == asked || asked.get("id").equals(term.get("broader")))
                    .map(term -> term.get("id")).toList();
            assertThat(given().queryParam("dataset", "kinds-test").queryParam("infrastructure", asked.get("id")).get(INCIDENTS)
                    .<List<Object>> path("items.collect { it.externalIds[0].id }"))
                    .as("%s", asked.get("id")).containsExactlyInAnyOrderElementsOf(kinds);
        }
        assertThat(terms).filteredOn(term -> term.get("broader") != null).isNotEmpty();
    }

    @Test
    void countsWhatItFinds() {
        as(Tokens.analyst()).queryParam("dataset", DATASET).queryParam("q", "hospital").get("/api/v1/statistics").then()
                .statusCode(200).body("total.incidents", equalTo(2)).body("total.killed.civilians.min", equalTo(15));
    }
}
