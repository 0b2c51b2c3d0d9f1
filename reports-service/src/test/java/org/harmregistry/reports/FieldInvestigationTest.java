package org.harmregistry.reports;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

import org.harmregistry.kit.testing.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.restassured.path.json.JsonPath;

/**
 * The report on an investigation: method, sites, people as numbers, findings, demands, and questions with answers or silence.
 */
@ServiceTest
class FieldInvestigationTest {

    @BeforeEach
    void valley() {
        ReportsScene.neighbours("world=valley");
    }

    @Test
    void countsSitesPeopleAndFamiliesAndNamesNobody() {
        JsonPath edition = published(ReportsScene.investigation("Investigation"));
        Map.of("field.visits", 5, "field.interviews", 9, "field.people", 21, "field.families", 4, "case.sites", 6,
                "case.interviews", 24, "records.events", 5)
                .forEach((key, value) -> assertThat(figure(edition, key)).as(key).containsEntry("value", value));
        assertThat(figure(edition, "field.people").get("counts").toString()).contains("2 of the interviews");
        assertThat(figure(edition, "field.visits").get("query").toString())
                .startsWith("/api/v1/sources/fieldwork?by=place&country=XA&asOf=");
        assertThat(figure(edition, "records.killed")).containsEntry("min", 14).containsEntry("max", 23);
        JsonPath document = document(edition, "");
        String places = "sections.find { it.key == 'sites' }.blocks.find { it.kind == 'table' }.table.rows";
        assertThat(document.getList(places + ".heading")).isEqualTo(List.of("North Ford", "place not told"));
        assertThat(document.getList(places + ".cells")).isEqualTo(List.of(List.of("4", "0", "0"), List.of("0", "9", "21")));
        assertThat(document.getList("sections.find { it.key == 'method' }.blocks.find { it.kind == 'table' }.table.rows.cells"))
                .isEqualTo(List.of(List.of("7", "19")));
        List<String> asked = ReportsScene.askedOfNeighbours().stream()
                .map(read -> URLDecoder.decode(read, StandardCharsets.UTF_8)).filter(read -> read.contains("fieldwork"))
                .toList();
        assertThat(asked).hasSize(3).allMatch(read -> read.contains("asOf=" + edition.getString("effectiveAt")));
    }

    @Test
    void showsWhatWasAskedOfThePartyAndWhatItAnswered() {
        String slug = ReportsScene.slug();
        ReportsScene.define(slug, ReportsScene.investigation("Asked"));
        given().auth().oauth2(Tokens.publisher()).contentType("application/json")
                .body("{\"party\": \"force-v\", \"text\": \"Which unit was there?\", \"channel\": \"letter\","
                        + " \"sentOn\": \"2021-02-01\", \"dueOn\": \"2021-02-15\"}")
                .post("/api/v1/reports/" + slug + "/questions").then().statusCode(201);
        ReportsScene.makeDue();
        JsonPath document = document(ReportsScene.edition(slug), "");
        assertThat(document.getList("sections.key")).isEqualTo(List.of("method", "sites", "records", "demands", "replies"));
        String demands = document.getString("sections.find { it.key == 'demands' }");
        assertThat(demands).contains("Force V", "Investigate", "State: open.", "We will look into it.", "broken")
                .doesNotContain("Disclose");
        assertThat(document.getString("sections.find { it.key == 'replies' }")).contains("Which unit was there?",
                "had not answered");
    }

    @Test
    void isWrittenInArabicAndInEveryFormat() {
        JsonPath edition = published(ReportsScene.investigation("<i>Field</i> \u202Ex\u202C"));
        JsonPath arabic = document(edition, "?language=ar");
        assertThat(arabic.getString("texts.find { it.key == 'field.families' }.label")).isEqualTo("عائلات جرى الاستماع إليها");
        for (String format : List.of("html", "pdf", "xlsx", "csv", "geojson")) {
            given().get("/api/v1/editions/" + edition.getString("id") + "/files/" + format + "?language=ar").then()
                    .statusCode(200);
        }
        assertThat(given().get("/api/v1/editions/" + edition.getString("id") + "/files/html").asString())
                .contains("&lt;i&gt;Field", "&lt;b&gt;strike").doesNotContain("<i>Field", "{0}", "\u202E");
    }

    @Test
    void saysFewerThanThreeWhereThereIsNoIncidentAndNoFieldWorkToTellOf() {
        JsonPath edition = published(ReportsScene.investigation("Nothing").replace("\"XA\"", "\"XZ\""));
        assertThat(figure(edition, "records.events")).containsEntry("value", 0);
        assertThat(figure(edition, "field.interviews")).containsEntry("words", "fewer than 3").doesNotContainKey("value");
    }

    @Test
    void isMadeAgainWithTheSameDigest() {
        JsonPath edition = published(ReportsScene.investigation("Made twice"));
        given().auth().oauth2(Tokens.analyst()).post("/api/v1/editions/" + edition.getString("id") + "/recomputation").then()
                .statusCode(200).body("matches", equalTo(true)).body("recomputed", equalTo(edition.getString("digest")));
    }

    private static JsonPath published(String body) {
        JsonPath edition = ReportsScene.made(ReportsScene.slug(), body);
        assertThat(edition.getString("status")).isEqualTo("published");
        return edition;
    }

    private static JsonPath document(JsonPath edition, String query) {
        return given().get("/api/v1/editions/" + edition.getString("id") + "/files/json" + query).then().statusCode(200)
                .extract().jsonPath();
    }

    private static Map<String, Object> figure(JsonPath edition, String key) {
        return edition.getMap("figures.find { it.key == '" + key + "' }");
    }
}
