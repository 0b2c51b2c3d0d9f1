package org.harmregistry.incidents.incident;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.harmregistry.incidents.incident.IncidentApi.INCIDENTS;
import static org.harmregistry.incidents.incident.IncidentApi.as;
import static org.harmregistry.incidents.incident.IncidentApi.importRows;
import static org.harmregistry.incidents.incident.IncidentApi.publicRow;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.harmregistry.kit.testing.PostgresResource;
import org.harmregistry.kit.testing.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;

/** Nine events of a small data set; what each filter finds was told by hand from the rows below. */
@QuarkusTest
@WithTestResource(value = PostgresResource.class, scope = TestResourceScope.GLOBAL)
class ListTest {

    private static final String DATASET = "list-test";

    @BeforeEach
    void bringInTheEvents() {
        importRows(Tokens.publisher(),
                event("a", "2017-06-05", "2017-06-07", "Ar Raqqah town", "SY11", 35.95, 39.01, "alliance-t", 3),
                event("b", "2017-06-06", "2017-06-06", "ar  raqqah TOWN", "SY11", 35.95, 39.02, "alliance-t", 0),
                event("c", "2017-06-06", "2017-06-06", "Mansura", "SY11", 35.84, 38.74, null, 12),
                event("d", "2017-07-01", "2017-07-31", "Tabqa", "SY11", 35.83, 38.55, "militia-t", 5),
                event("e", "2017-10-17", "2017-10-17", "Ar Raqqah town", "SY11", 35.95, 39.01, "alliance-t", 7),
                event("f", "2017-10-18", "2017-10-18", "Ar Raqqah town", "SY11", 35.95, 39.01, "alliance-t", 1),
                event("g", "2016-12-01", "2016-12-01", "Aleppo city", "SY02", 36.2, 37.16, null, 40),
                event("h", "2017-06-30", "2017-06-30", "Raqqa", "SY02", 36.5, 37.5, null, 1),
                publicRow(DATASET, "i", "\"dataset\":\"list-test\",\"occurred\":{\"from\":\"2018-01-01\"}"));
    }

    private static String event(String id, String from, String to, String place, String admin1, double lat, double lon,
            String suspected, int killed) {
        String party = suspected == null ? "{\"party\":\"militia-t\",\"role\":\"belligerent\"}"
                : "{\"party\":\"" + suspected + "\",\"role\":\"suspected\",\"rule\":\"rule-" + id + "\"}";
        return publicRow(DATASET, id, """
                "dataset":"list-test","occurred":{"from":"%s","to":"%s"},
                "place":{"name":"%s","names":[{"language":"ar","name":"مَدينة %s"}],"country":"SY","admin1":"%s",
                         "point":{"lat":%s,"lon":%s}},
                "parties":[%s],"harm":{"killed":{"civilians":{"min":%d}}}
                """.formatted(from, to, place, id, admin1, lat, lon, party, killed).replace("\n", " "));
    }

    private static List<String> titles(Map<String, String> filter) {
        return given().queryParam("dataset", DATASET).queryParams(filter).get(INCIDENTS).then().statusCode(200).extract()
                .path("items.title");
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', nullValues = "-", value = {
            "from;2017-10-17;e f i",
            "to;2017-06-05;g a",
            "country;SY;g a b c h d e f",
            "country;IQ;-",
            "admin1;SY02;g h",
            "place;Ar Raqqah town;a b h e f",
            "place;AR RAQQAH  Town;a b h e f",
            "place;مدينة d;d",
            "place;Raqqa;a b c h d e f",
            "place;الرقة;a b c h d e f",
            "place;Ar-Raqqah Governorate;a b c d e f",
            "place;Nowhere at all;-",
            "bbox;39.005,35.9,39.1,36.0;a b e f",
            "bbox;38.5,35.8,38.8,35.9;c d",
            "bbox;170,-90,38,90;g h",
            "party;alliance-t;a b e f",
            "party;militia-t;d",
            "rule;rule-a,rule-e,rule-x;a e",
            "minKilled;7;g c e",
            "gradings;ungraded;g a b c h d e f i",
            "gradings;confirmed,fair;-",
            "gradings;all;g a b c h d e f i",
            "status;accepted;g a b c h d e f i",
            "status;draft;-",
            "overlaps;2017-06-06/2017-06-30;a b c h",
            "overlaps;2017-07-15/2017-07-16;d" })
    void findsWhatTheFilterMeans(String name, String value, String expected) {
        List<String> found = titles(Map.of(name, value));

        assertThat(found).isEqualTo(expected == null ? List.of()
                : List.of(expected.split(" ")).stream().map(id -> "Event " + id).toList());
    }

    @Test
    void countsTheStartDayAlone() {
        assertThat(titles(Map.of("from", "2017-06-06", "to", "2017-10-17", "admin1", "SY11")))
                .containsExactly("Event b", "Event c", "Event d", "Event e");
    }

    @Test
    void asksRuleAndPartyOfTheSameEntry() {
        assertThat(titles(Map.of("party", "alliance-t", "rule", "rule-d"))).isEmpty();
        assertThat(titles(Map.of("party", "militia-t", "rule", "rule-d"))).containsExactly("Event d");
    }

    @Test
    void walksAllPagesInOrderAndOnce() {
        List<String> walked = new ArrayList<>();
        String after = null;
        int pages = 0;
        do {
            var request = given().queryParam("dataset", DATASET).queryParam("limit", 2);
            Response page = (after == null ? request : request.queryParam("after", after)).get(INCIDENTS);
            page.then().statusCode(200);
            walked.addAll(page.path("items.title"));
            after = page.path("page.next");
            if (after != null) {
                page.then().header("Link", containsString("after=" + after)).header("Link", containsString("rel=\"next\""));
            }
            pages++;
        } while (after != null);

        assertThat(pages).isEqualTo(5);
        assertThat(walked).doesNotHaveDuplicates().hasSize(9).startsWith("Event g", "Event a").endsWith("Event f", "Event i");
    }

    @Test
    void saysHowManyThereAreWhenAsked() {
        given().queryParam("dataset", DATASET).queryParam("limit", 1).queryParam("count", "exact").get(INCIDENTS).then()
                .body("count", equalTo(9)).body("page.size", equalTo(1));
        given().queryParam("dataset", DATASET).get(INCIDENTS).then().body("count", nullValue());
    }

    @Test
    void saysWhatItUnderstoodOfAPlace() {
        given().queryParam("dataset", DATASET).queryParam("place", "Raqqa").get(INCIDENTS).then()
                .body("understood.place.input", equalTo("Raqqa"))
                .body("understood.place.matched", hasItem("Raqqa"))
                .body("understood.place.units.code", hasItem("SY11"));
        given().queryParam("place", "Nowhere at all").get(INCIDENTS).then()
                .body("items", hasSize(0)).body("understood.place.matched", hasSize(0));
        given().queryParam("dataset", DATASET).get(INCIDENTS).then().body("understood", nullValue());
    }

    @Test
    void answersNotModifiedForTheSamePage() {
        String tag = given().queryParam("dataset", DATASET).get(INCIDENTS).header("ETag");

        given().queryParam("dataset", DATASET).header("If-None-Match", tag).get(INCIDENTS).then().statusCode(304);
        importRows(Tokens.publisher(), event("h", "2017-06-30", "2017-06-30", "Raqqa", "SY02", 36.5, 37.5, null, 2));
        given().queryParam("dataset", DATASET).header("If-None-Match", tag).get(INCIDENTS).then().statusCode(200);
    }

    @Test
    void asksForAPointWithTheOneThatTheReaderMaySee() {
        String place = "\"place\":{\"point\":{\"lat\":-10.0011,\"lon\":-170.0011}}";
        IncidentApi.publicIncident("list-org", IncidentApi.body(place));

        String aroundThePoint = "-170.002,-10.002,-170.001,-10.001";
        String aroundTheCell = "-170.006,-10.006,-170.004,-10.004";

        as(Tokens.analyst()).queryParam("bbox", aroundThePoint).get(INCIDENTS).then().body("items", hasSize(1));
        as(Tokens.contributor("list-org")).queryParam("bbox", aroundThePoint).get(INCIDENTS).then().body("items", hasSize(1));
        given().queryParam("bbox", aroundThePoint).get(INCIDENTS).then().body("items", hasSize(0));
        as(Tokens.contributor("others")).queryParam("bbox", aroundThePoint).get(INCIDENTS).then().body("items", hasSize(0));
        given().queryParam("bbox", aroundTheCell).get(INCIDENTS).then().body("items", hasSize(1))
                .body("items[0].place.point.lat", equalTo(-10.005f));
    }

    @Test
    void listsDraftsToTheirOwnersAndAnalystsOnly() {
        String token = Tokens.contributor("list-drafts");
        IncidentApi.create(token, "{\"title\":\"a draft\",\"occurred\":{\"from\":\"1990-01-01\"}}");

        as(token).queryParam("to", "1990-01-01").get(INCIDENTS).then().body("items.title", hasItem("a draft"));
        as(Tokens.analyst()).queryParam("to", "1990-01-01").get(INCIDENTS).then().body("items.title", hasItem("a draft"));
        given().queryParam("to", "1990-01-01").get(INCIDENTS).then().body("items", hasSize(0));
        as(Tokens.contributor("others")).queryParam("to", "1990-01-01").get(INCIDENTS).then().body("items", hasSize(0));
    }

    /** The items of a page may stay while more come behind them. */
    @Test
    void tellsAReaderOfAPageThatMoreHasComeBehindIt() {
        importRows(Tokens.publisher(),
                publicRow("behind-test", "1", "\"dataset\":\"behind-test\",\"occurred\":{\"from\":\"2018-01-01\"}"));
        Map<String, Object> question = Map.of("dataset", "behind-test", "limit", 1);
        String tag = given().queryParams(question).get(INCIDENTS).header("ETag");
        String counted = given().queryParams(question).queryParam("count", "exact").get(INCIDENTS).header("ETag");
        given().queryParams(question).header("If-None-Match", "\"x\", W/" + tag).get(INCIDENTS).then().statusCode(304);

        importRows(Tokens.publisher(),
                publicRow("behind-test", "2", "\"dataset\":\"behind-test\",\"occurred\":{\"from\":\"2018-01-02\"}"));

        String next = given().queryParams(question).header("If-None-Match", tag).get(INCIDENTS).then().statusCode(200).extract()
                .path("page.next");
        given().queryParams(question).queryParam("count", "exact").header("If-None-Match", counted).get(INCIDENTS).then()
                .statusCode(200).body("count", equalTo(2));
        String last = given().queryParams(question).queryParam("count", "exact").queryParam("after", next).get(INCIDENTS)
                .header("ETag");
        importRows(Tokens.publisher(),
                publicRow("behind-test", "0", "\"dataset\":\"behind-test\",\"occurred\":{\"from\":\"2017-12-31\"}"));
        given().queryParams(question).queryParam("count", "exact").queryParam("after", next).header("If-None-Match", last)
                .get(INCIDENTS).then().statusCode(200).body("count", equalTo(3));
    }
}
