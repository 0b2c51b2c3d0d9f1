package org.harmregistry.reports;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

import org.harmregistry.kit.testing.Problems;
import org.harmregistry.kit.testing.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.restassured.path.json.JsonPath;

/** The overview of a period. Its numbers were made by hand from the six events of {@code valley.json}. */
@ServiceTest
class PeriodOverviewTest {

    private static final String HOSTILE = "=1+1 <script>alert(1)</script> & \\u202Eevil\\u202C";

    @BeforeEach
    void valley() {
        ReportsScene.neighbours("world=valley");
    }

    @Test
    void addsUpWhatBeganInThePeriod() {
        JsonPath edition = ReportsScene.made(ReportsScene.slug(), ReportsScene.overview("Overview of the valley"));
        assertThat(edition.getString("status")).isEqualTo("published");
        assertThat(figure(edition, "records.events")).containsEntry("value", 5);
        assertThat(figure(edition, "records.harmful")).containsEntry("value", 3);
        assertThat(figure(edition, "records.killed")).containsEntry("min", 14).containsEntry("max", 23);
        assertThat(figure(edition, "records.injured")).containsEntry("min", 10).doesNotContainKey("max");
        assertThat(figure(edition, "records.ungraded")).containsEntry("value", 1);
        assertThat(figure(edition, "records.not_located")).containsEntry("value", 1);
        assertThat(figure(edition, "records.reaching.killed")).containsEntry("min", 7).containsEntry("max", 8);
        Map<String, Object> most = figure(edition, "weeks.most");
        assertThat(most).containsEntry("value", 2).containsEntry("rule", "incidents-count-1");
        assertThat(most.get("label").toString()).contains("21 December 2020");
        assertThat(most.get("query").toString()).startsWith("/api/v1/statistics?by=week&").contains("from=2020-12-21");
        given().get("/api/v1/editions/" + edition.getString("id") + "/verification").then().body("matches", equalTo(true));
    }

    @Test
    void showsEachWeekOfThePeriodAlsoTheEmptyOne() {
        JsonPath document = document(published(ReportsScene.overview("Weeks")), "");
        String chart = "sections.find { it.key == 'weeks' }.blocks.findAll { it.kind == 'chart' }.chart";
        assertThat(document.getList(chart + ".form")).isEqualTo(List.of("columns", "columns"));
        assertThat(document.getList(chart + "[0].points.label"))
                .isEqualTo(List.of("21 Dec 2020", "28 Dec 2020", "4 Jan 2021", "11 Jan 2021"));
        assertThat(document.getList(chart + "[0].points.values.flatten().text")).isEqualTo(List.of("2", "2", "0", "1"));
        assertThat(document.getList(chart + "[1].points.values.flatten().text"))
                .isEqualTo(List.of("2 to 8", "11 to 14", "0", "1"));
        assertThat(document.getList(rows(document, 0))).isEqualTo(List.of(List.of("2", "1", "1"), List.of("1", "1", "11 to 14"),
                List.of("1", "1", "2 to 3"), List.of("1", "0", "up to 5")));
        assertThat(document.getList(rows(document, 0).replace("cells", "heading")))
                .isEqualTo(List.of("weak", "confirmed", "fair", "not graded"));
        assertThat(document.getList(rows(document, 2).replace("cells", "heading")))
                .isEqualTo(List.of("XA01", "XA02", "not stated"));
        assertThat(document.getList("places.name")).isEqualTo(List.of("South Ford", "North Ford"));
    }

    private static String rows(JsonPath document, int table) {
        return "sections.find { it.key == 'parts' }.blocks[" + table + "].table.rows.cells";
    }

    @Test
    void canCountThePartOfOnePlaceOrParty() {
        assertThat(figure(edition("\"country\": \"XA\"", "\"place\": \"South Ford\""), "records.killed"))
                .containsEntry("min", 11).containsEntry("max", 19);
        assertThat(figure(edition("\"country\": \"XA\"", "\"party\": \"force-v\""), "records.events"))
                .containsEntry("value", 1);
        assertThat(figure(edition("\"filter\": {\"country\": \"XA\"},", ""), "records.events")).containsEntry("value", 5);
    }

    private static JsonPath edition(String filter, String other) {
        return ReportsScene.made(ReportsScene.slug(), ReportsScene.overview("Part").replace(filter, other));
    }

    @Test
    void isWrittenInArabicAndInEveryFormatWhateverItsTitle() {
        JsonPath edition = published(ReportsScene.overview(HOSTILE));
        JsonPath arabic = document(edition, "?language=ar");
        assertThat(arabic.getString("texts.find { it.key == 'records.injured' }.label")).isEqualTo("المدنيون المصابون");
        assertThat(arabic.getString("digest")).isEqualTo(edition.getString("digest"));
        assertThat(edition.getList("files.format", String.class)).contains("html", "pdf", "xlsx", "csv", "geojson", "json");
        for (String language : List.of("en", "ar")) {
            String html = given().get("/api/v1/editions/" + edition.getString("id") + "/files/html?language=" + language).then()
                    .statusCode(200).extract().asString();
            assertThat(html).contains("&lt;script&gt;").doesNotContain("<script>", "\u202E", "{0}");
        }
        byte[] pdf = given().get("/api/v1/editions/" + edition.getString("id") + "/files/pdf?language=ar").then()
                .statusCode(200).extract().asByteArray();
        assertThat(new String(pdf, 0, 5, StandardCharsets.US_ASCII)).isEqualTo("%PDF-");
    }

    @Test
    void saysSoWhereThereIsNoIncident() {
        JsonPath edition = edition("\"country\": \"XA\"", "\"country\": \"XZ\"");
        assertThat(edition.getString("status")).isEqualTo("published");
        assertThat(figure(edition, "records.events")).containsEntry("value", 0);
        given().accept("text/html").get("/editions/" + edition.getString("id")).then().statusCode(200)
                .body(containsString("That does not mean that nothing happened."));
        given().get("/api/v1/editions/" + edition.getString("id") + "/files/geojson").then().statusCode(200)
                .body("features.size()", equalTo(0));
    }

    @Test
    void isMadeAgainWithTheSameDigestAndNotOfTwoStates() {
        JsonPath edition = published(ReportsScene.overview("Made twice"));
        given().auth().oauth2(Tokens.analyst()).post("/api/v1/editions/" + edition.getString("id") + "/recomputation").then()
                .statusCode(200).body("matches", equalTo(true)).body("recomputed", equalTo(edition.getString("digest")));
        ReportsScene.neighbours("world=valley&unsteady=9");
        assertThat(ReportsScene.made(ReportsScene.slug(), ReportsScene.overview("Unsteady")).getString("status"))
                .isEqualTo("draft");
        ReportsScene.sql("update edition set next_attempt_at = now() + interval '1 hour' where status = 'draft'");
    }

    @Test
    void hearsWhicheverPartyAnswers() {
        String replies = "/api/v1/editions/" + published(ReportsScene.overview("Answered")).getString("id") + "/replies";
        given().auth().oauth2(Tokens.publisher()).contentType("application/json")
                .body("{\"text\": \"We differ.\", \"channel\": \"letter\", \"receivedOn\": \"2021-02-01\"}").post(replies)
                .then()
                .spec(Problems.problemAt(400, "missing_field", "/party"));
        given().auth().oauth2(Tokens.of("party", "force-v", "speaker-of-force-v")).contentType("application/json")
                .body("{\"text\": \"We differ.\"}").post(replies).then().statusCode(201).body("party", equalTo("force-v"));
        given().get(replies).then().statusCode(200).body("items.party", hasItem("force-v"));
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
