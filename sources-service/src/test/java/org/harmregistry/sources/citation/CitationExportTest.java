package org.harmregistry.sources.citation;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.harmregistry.kit.testing.Outcomes.outcome;
import static org.harmregistry.kit.testing.Problems.problem;
import static org.harmregistry.kit.testing.Problems.problemAt;
import static org.harmregistry.sources.testing.Requests.CITATIONS;
import static org.harmregistry.sources.testing.Requests.article;
import static org.harmregistry.sources.testing.Requests.as;
import static org.harmregistry.sources.testing.Requests.create;
import static org.harmregistry.sources.testing.Requests.createPublic;
import static org.harmregistry.sources.testing.Requests.importRows;
import static org.harmregistry.sources.testing.Requests.patch;
import static org.harmregistry.sources.testing.Requests.results;
import static org.harmregistry.sources.testing.Requests.unique;

import java.nio.charset.StandardCharsets;
import java.util.List;

import org.harmregistry.kit.testing.Tokens;
import org.harmregistry.sources.testing.Stores;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;

@QuarkusTest
@WithTestResource(value = Stores.class, scope = TestResourceScope.GLOBAL)
class CitationExportTest {

    private static final String OWN = Tokens.contributor("org-a");
    private static final String ANALYST = Tokens.analyst();
    private static final String WHOLE = """
            "passage": "'=SUM(A1), \\"quoted\\"\\r\\nالرقة", "locator": {"page": 4, "timeFrom": "00:00:10", "timeTo": "00:01:00.5"},
            "claims": {"killed": {"people": {"min": 12}, "civilians": {"min": 9, "max": 14}, "words": "-dozens"},
             "injured": {"words": "عشرات"}, "date": {"from": "2017-07-02", "asPrinted": "overnight"},
             "parties": [{"party": "coalition", "role": "suspected"}, {"asPrinted": "+unknown jets"}],
             "place": {"name": "@Raqqa", "country": "SY", "admin1": "SY11"}, "victims": ["Synthetic Person One"]}
            """;

    private static String body(String incident, String more) {
        return "{\"incident\": \"" + incident + "\", \"stance\": \"supports\"" + (more.isEmpty() ? "" : ", " + more) + "}";
    }

    private static String cite(String source, String token, String body) {
        return as(token).body(body).post(source + "/citations").then().statusCode(201).extract().header("Location");
    }

    private static String export(RequestSpecification by, String format, String incident) {
        return new String(by.queryParam("format", format).queryParam("incident", incident).get(CITATIONS).then()
                .statusCode(200).extract().asByteArray(), StandardCharsets.UTF_8);
    }

    private static List<JsonPath> importCsv(String token, String csv) {
        return results(as(token).contentType("text/csv").body(csv.getBytes(StandardCharsets.UTF_8))
                .post(CITATIONS + "/import"));
    }

    private static List<String> outcomes(List<JsonPath> results) {
        return results.stream().map(result -> outcome(result)).toList();
    }

    @Test
    void anExportIsTheListAndComesBackUnchanged() {
        String incident = unique();
        cite(createPublic(article("Shown", "\"reliability\": \"B\"")), ANALYST, body(incident, WHOLE));
        cite(create(article("A draft")).header("Location"), OWN, body(incident, ""));
        for (RequestSpecification reader : List.of(given(), as(ANALYST))) {
            JsonPath list = reader.queryParam("incident", incident).get(CITATIONS).jsonPath();
            String again = new String(reader.queryParam("format", "ndjson").get(CITATIONS).asByteArray(),
                    StandardCharsets.UTF_8);
            assertThat(again.lines().map(line -> JsonPath.from(line).getMap("")))
                    .containsExactlyInAnyOrderElementsOf(list.getList("items"));
        }

        String ndjson = export(as(ANALYST), "ndjson", incident);
        String csv = export(as(ANALYST), "csv", incident);

        assertThat(csv).startsWith("id,source,externalId.system").contains("\n#meta+id,", ",'-dozens", ",'@Raqqa");
        assertThat(outcomes(importCsv(ANALYST, csv))).containsExactly("unchanged", "unchanged");
        assertThat(outcomes(results(importRows(CITATIONS, ANALYST, "upsert", ndjson.split("\n")))))
                .containsExactly("unchanged", "unchanged");
        String shown = export(given(), "csv", incident);
        assertThat(shown).doesNotContain("Synthetic Person").contains("'-dozens");
        assertThat(outcomes(importCsv(OWN, shown))).containsExactly("unchanged");
    }

    @Test
    void anEditedExportIsACorrectionOfTheVersionExported() {
        String incident = unique();
        String citation = cite(create(article("Corrected")).header("Location"), OWN,
                body(incident, "\"passage\": \"As noted\""));
        String old = export(as(OWN), "csv", incident);
        patch(citation, ANALYST, "\"1.full\"", "{\"passage\": \"As checked\"}").then().statusCode(200);

        assertThat(importCsv(OWN, old).get(0).getString("problem.code")).isEqualTo("changed_by_others");
        String edited = export(as(OWN), "csv", incident).replace("As checked", "As checked twice");
        assertThat(outcomes(importCsv(Tokens.contributor("org-b"), edited))).containsExactly("refused");
        assertThat(outcomes(importCsv(OWN, edited))).containsExactly("updated");
        assertThat(as(OWN).get(citation).jsonPath().getString("passage")).isEqualTo("As checked twice");
    }

    /** Whoever may not see the names of the dead must not find them out by sending guesses. */
    @Test
    void aGuessOfWhatIsNotShownIsNotConfirmed() {
        String incident = unique();
        String source = createPublic(article("Guessed"));
        cite(source, ANALYST, body(incident, "\"claims\": {\"victims\": [\"Synthetic Person One\"]}"));
        String guess = "{\"source\": \"" + source.substring(source.lastIndexOf('/') + 1) + "\", \"incident\": \"" + incident
                + "\", \"stance\": \"supports\", \"claims\": {\"victims\": [\"Synthetic Person %s\"]}}";

        List<JsonPath> answers = results(
                importRows(CITATIONS, OWN, "validate", guess.formatted("One"), guess.formatted("Two")));

        assertThat(answers).extracting(answer -> answer.getString("problem.code")).containsExactly("forbidden", "forbidden");
    }

    @Test
    void rowsOfCsvNameTheirSourceByItsExternalId() {
        String system = "csv-" + unique();
        String id = unique();
        as(OWN).body(article("Named", "\"externalIds\": [{\"system\": \"" + system + "\", \"id\": \"" + id + "\"}]"))
                .post("/api/v1/sources").then().statusCode(201);
        String csv = "externalId.system,externalId.id,incident,stance,locator.page\n" + system + "," + id + "," + unique()
                + ",supports,4\n" + system + "," + id + "," + unique() + ",supports,0\n";

        List<JsonPath> results = importCsv(OWN, csv);

        assertThat(outcomes(results)).containsExactly("created", "refused");
        assertThat(results.get(1).getString("problem.violations[0].pointer")).isEqualTo("/locator/page");
    }

    @Test
    void whatIsNotOfferedIsRefused() {
        given().queryParam("format", "geojson").get(CITATIONS).then().spec(problemAt(400, "invalid_parameter", "?format"));
        given().queryParam("format", "csv").queryParam("after", "x").get(CITATIONS).then()
                .spec(problemAt(400, "invalid_parameter", "?after"));
        given().queryParam("status", "gone").get(CITATIONS).then().spec(problemAt(400, "invalid_parameter", "?status"));
        given().queryParam("stance", "likes").get(CITATIONS).then().spec(problemAt(400, "invalid_parameter", "?stance"));
        given().accept("application/geo+json").get(CITATIONS).then().spec(problem(406, "not_acceptable"));
    }
}
