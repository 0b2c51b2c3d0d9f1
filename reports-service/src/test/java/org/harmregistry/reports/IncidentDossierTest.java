package org.harmregistry.reports;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import java.util.List;
import java.util.Map;

import org.harmregistry.kit.testing.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.restassured.path.json.JsonPath;

/** The dossier of one incident: what an assessor needs, at public accuracy, and the form for the answer. */
@ServiceTest
class IncidentDossierTest {

    private static final String DIGEST = "sha-256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";

    @BeforeEach
    void valley() {
        ReportsScene.neighbours("world=valley");
    }

    @Test
    void holdsWhatTheRegistryKnowsOfTheIncident() {
        JsonPath edition = published("Dossier");
        assertThat(figure(edition, "dossier.killed")).containsEntry("min", 2).containsEntry("max", 3);
        assertThat(figure(edition, "dossier.injured")).containsEntry("min", 4).doesNotContainKey("max");
        assertThat(figure(edition, "dossier.killed.children")).containsEntry("min", 1).doesNotContainKey("max");
        assertThat(figure(edition, "dossier.killed").get("query").toString())
                .startsWith("/api/v1/incidents/0197f3c2-0000-7000-8000-000000000001?asOf=");
        assertThat(edition.getString("figures.find { it.key == 'dossier.killed' }.records[0].version")).isEqualTo("3");
        JsonPath document = document(edition, "");
        String rows = "sections.find { it.key == 'event' }.blocks.find { it.kind == 'table' }.table.rows";
        Map<String, String> held = Map.of("Code", "XA-2020-00001", "Latitude, longitude", "10.005, 20.005 (WGS 84)",
                "Local time", "23:30–00:30 (time zone: Africa/Cairo; a window)",
                "In UTC", "22 December 2020, 21:30:00 UTC – 22 December 2020, 22:30:00 UTC", "Grading", "fair",
                "Parties", "Force V (suspected)", "Number of strikes", "1 to 2");
        held.forEach((item, value) -> assertThat(
                document.getString(rows + ".find { it.heading == '" + item + "' }.cells[0]").replaceAll("[\\u2066-\\u2069]",
                        ""))
                .isEqualTo(value));
        assertThat(document.getString(rows + ".find { it.heading == 'MGRS' }.cells[0]")).startsWith("34PCS9006 (");
        assertThat(document.getList("places.lat")).hasSize(1);
        given().get("/api/v1/editions/" + edition.getString("id") + "/verification").then().body("matches", equalTo(true));
    }

    @Test
    void listsTheEvidenceWithDigestsAndWhatEachSourceSays() {
        JsonPath edition = published("Evidence");
        JsonPath document = document(edition, "");
        String tables = "sections.find { it.key == 'evidence' }.blocks.findAll { it.kind == 'table' }.table.rows";
        assertThat(document.getList(tables + "[0].source.title"))
                .isEqualTo(List.of("=Report <of> the ford", "Statement of Force V"));
        assertThat(document.getList(tables + "[0].cells[0]", String.class)).contains("report", "supports it",
                "2 to 3 civilians",
                "“several”");
        // The second citation of the statement was recorded after the instant that the dossier is true of.
        assertThat(document.getList(tables + "[0].cells[1]", String.class)).contains("contradicts it", "0 people");
        assertThat(document.getList(tables + "[1].cells[0]")).isEqualTo(List.of("1", "image/jpeg", "20,480", DIGEST));
        assertThat(document.getString("sections.find { it.key == 'told' }")).contains("V/17", "non-credible");
        for (String format : List.of("html", "pdf", "xlsx", "csv", "geojson")) {
            given().get("/api/v1/editions/" + edition.getString("id") + "/files/" + format + "?language=ar").then()
                    .statusCode(200);
        }
    }

    @Test
    void asksForTheAnswerInTheTermsOfTheRegistryInBothLanguages() {
        JsonPath edition = published("<b>Form</b>");
        String rows = "sections.find { it.key == 'answer' }.blocks.find { it.kind == 'table' }.table.rows";
        JsonPath english = document(edition, "");
        JsonPath arabic = document(edition, "?language=ar");
        assertThat(english.getList(rows)).hasSize(12);
        assertThat(english.getString(rows + "[1].cells[0]"))
                .isEqualTo("credible; non-credible; duplicate; insufficient information");
        assertThat(arabic.getString(rows + "[1].cells[0]")).startsWith("ذات مصداقية؛ غير ذات مصداقية");
        assertThat(arabic.getString("sections[0].blocks[0].text")).isEqualTo("أصيب قاربان أثناء العبور.");
        given().get("/api/v1/editions/" + edition.getString("id") + "/files/html").then().body(
                containsString("&lt;b&gt;Form"), containsString("/api/v1/editions/" + edition.getString("id") + "/replies"));
        String replies = "/api/v1/editions/" + edition.getString("id") + "/replies";
        given().auth().oauth2(Tokens.of("party", "force-v", "assessor-of-force-v")).contentType("application/json")
                .body("{\"text\": \"2: non-credible\"}").post(replies).then().statusCode(201);
        given().get(replies).then().body("items.text", hasItem("2: non-credible"));
    }

    @Test
    void showsNoPlaceFinerThanThePublicCell() {
        ReportsScene.neighbours("world=valley&exact=1");
        JsonPath edition = published("Exact");
        String document = document(edition, "").prettify();
        assertThat(document).contains("10.005, 20.005 (WGS 84)").doesNotContain("10.0051");
        for (String format : List.of("html", "geojson", "csv")) {
            assertThat(given().get("/api/v1/editions/" + edition.getString("id") + "/files/" + format).asString())
                    .doesNotContain("10.0051");
        }
    }

    @Test
    void isMadeAgainWithTheSameDigestAndWaitsForAnIncidentThatIsNotThere() {
        JsonPath edition = published("Made twice");
        given().auth().oauth2(Tokens.analyst()).post("/api/v1/editions/" + edition.getString("id") + "/recomputation").then()
                .statusCode(200).body("matches", equalTo(true)).body("recomputed", equalTo(edition.getString("digest")));
        JsonPath other = ReportsScene.made(ReportsScene.slug(),
                ReportsScene.dossier("Missing").replace("00000000001\"", "00000000099\""));
        assertThat(other.getString("status")).isEqualTo("draft");
        assertThat(other.getString("cause.code")).isEqualTo("evidence_missing");
        ReportsScene.sql("update edition set next_attempt_at = now() + interval '1 hour' where status = 'draft'");
    }

    private static JsonPath published(String title) {
        JsonPath edition = ReportsScene.made(ReportsScene.slug(), ReportsScene.dossier(title));
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
