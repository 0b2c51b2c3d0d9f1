package org.harmregistry.sources.source;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.harmregistry.kit.testing.Outcomes.outcome;
import static org.harmregistry.kit.testing.Problems.problem;
import static org.harmregistry.kit.testing.Problems.problemAt;
import static org.harmregistry.sources.testing.Requests.SOURCES;
import static org.harmregistry.sources.testing.Requests.as;
import static org.harmregistry.sources.testing.Requests.create;
import static org.harmregistry.sources.testing.Requests.createPublic;
import static org.harmregistry.sources.testing.Requests.idOf;
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
class SourceExportTest {

    private static String whole(String dataset, String repeated) {
        return """
                {"externalIds": [{"system": "feed", "id": "=%1$s"}], "kind": "report", "title": "'=SUM(A1), \\"quoted\\"\\r\\nالرقة",
                 "url": "https://example.org/a?b=c,d", "archivedUrl": "https://example.org/archived", "publisher": "-dash",
                 "author": "@handle", "publishedOn": {"date": "2018-06-05", "precision": "day", "asPrinted": "'5 June'"},
                 "language": "ar", "medium": "ngo_report", "texts": [{"language": "en", "text": "Some words."}],
                 "reliability": "B", "credibility": 2, "independence": {"repeats": "%2$s"},
                 "fieldwork": {"sitesVisited": 42, "interviews": 112}, "dataset": "%1$s", "licence": "CC-BY-4.0",
                 "attribution": "+plus"}
                """
                .formatted(dataset, repeated);
    }

    private static String export(RequestSpecification by, String format, String dataset) {
        return new String(by.queryParam("format", format).queryParam("dataset", dataset).get(SOURCES).then().statusCode(200)
                .extract().asByteArray(), StandardCharsets.UTF_8);
    }

    private static List<JsonPath> importCsv(String token, String csv) {
        return results(as(token).contentType("text/csv").body(csv.getBytes(StandardCharsets.UTF_8)).post(SOURCES + "/import"));
    }

    private static List<String> outcomes(List<JsonPath> results) {
        return results.stream().map(result -> outcome(result)).toList();
    }

    @Test
    void anExportIsTheListAndComesBackUnchanged() {
        String dataset = unique();
        String first = createPublic("{\"kind\": \"article\", \"title\": \"=1+1\", \"dataset\": \"" + dataset + "\"}");
        createPublic(whole(dataset, idOf(first)));
        create("{\"kind\": \"video\", \"title\": \"a draft\", \"dataset\": \"" + dataset + "\"}").then().statusCode(201);
        JsonPath list = as(Tokens.analyst()).queryParam("dataset", dataset).get(SOURCES).jsonPath();

        String ndjson = export(as(Tokens.analyst()), "ndjson", dataset);
        String csv = export(as(Tokens.analyst()), "csv", dataset);

        assertThat(ndjson.lines().map(line -> JsonPath.from(line).getMap(""))).containsExactlyInAnyOrderElementsOf(
                list.getList("items"));
        assertThat(csv).startsWith("id,externalIds,kind,title").contains("\n#meta+id,", ",-dash".replace("-", "'-"), ",'=1+1,");
        for (String token : List.of(Tokens.analyst(), Tokens.publisher())) {
            assertThat(outcomes(importCsv(token, csv))).containsExactly("unchanged", "unchanged", "unchanged");
            assertThat(outcomes(results(importRows(SOURCES, token, "upsert", ndjson.split("\n"))))).hasSize(3)
                    .containsOnly("unchanged");
        }
        assertThat(export(given(), "ndjson", dataset).lines()).hasSize(2);
    }

    @Test
    void anOldExportUndoesNoCorrectionAndAnEditedOneIsACorrection() {
        String dataset = unique();
        String source = create("{\"kind\": \"article\", \"title\": \"As found\", \"dataset\": \"" + dataset + "\"}")
                .header("Location");
        String old = export(as(Tokens.contributor("org-a")), "csv", dataset);
        patch(source, Tokens.analyst(), "\"1.full\"", "{\"title\": \"As checked\"}").then().statusCode(200);

        JsonPath refused = importCsv(Tokens.contributor("org-a"), old).get(0);
        String edited = export(as(Tokens.contributor("org-a")), "csv", dataset).replace("As checked", "As checked twice");

        assertThat(refused.getString("problem.code")).isEqualTo("changed_by_others");
        assertThat(refused.getInt("version")).isEqualTo(2);
        assertThat(outcomes(importCsv(Tokens.contributor("org-b"), edited))).containsExactly("refused");
        assertThat(outcomes(importCsv(Tokens.contributor("org-a"), edited))).containsExactly("updated");
        as(Tokens.analyst()).get(source).then().body("title", equalTo("As checked twice")).body("version", equalTo(3))
                .body("status", equalTo("draft"));
    }

    @Test
    void whatIsNotOfferedIsRefused() {
        given().queryParam("format", "geojson").get(SOURCES).then().spec(problemAt(400, "invalid_parameter", "?format"));
        given().queryParam("format", "csv").queryParam("limit", 5).get(SOURCES).then()
                .spec(problemAt(400, "invalid_parameter", "?limit"));
        given().accept("application/geo+json").get(SOURCES).then().spec(problem(406, "not_acceptable"));
    }
}
