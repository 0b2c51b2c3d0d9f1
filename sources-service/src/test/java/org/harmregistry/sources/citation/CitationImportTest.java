package org.harmregistry.sources.citation;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.harmregistry.kit.testing.Outcomes.outcome;
import static org.harmregistry.sources.testing.Requests.CITATIONS;
import static org.harmregistry.sources.testing.Requests.SOURCES;
import static org.harmregistry.sources.testing.Requests.importRows;
import static org.harmregistry.sources.testing.Requests.results;
import static org.harmregistry.sources.testing.Requests.unique;

import java.util.List;

import org.harmregistry.kit.testing.Tokens;
import org.harmregistry.sources.testing.Stores;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;

@QuarkusTest
@WithTestResource(value = Stores.class, scope = TestResourceScope.GLOBAL)
class CitationImportTest {

    private static final String PUBLISHER = Tokens.publisher();

    private static String source(String id) {
        String row = "{\"externalIds\": [{\"system\": \"feed\", \"id\": \"" + id + "\"}], \"kind\": \"article\", "
                + "\"title\": \"Cited in bulk\", \"status\": \"accepted\", \"publication\": \"public\"}";
        return results(importRows(SOURCES, PUBLISHER, "upsert", row)).get(0).getString("id");
    }

    private static String row(String source, String incident, String... members) {
        String more = members.length == 0 ? "" : ", " + String.join(", ", members);
        return "{\"source\": " + source + ", \"incident\": \"" + incident + "\", \"stance\": \"supports\"" + more + "}";
    }

    private static String named(String id) {
        return "{\"system\": \"feed\", \"id\": \"" + id + "\"}";
    }

    private static List<JsonPath> imported(String token, String... rows) {
        return results(importRows(CITATIONS, token, "upsert", rows));
    }

    private static List<String> outcomes(List<JsonPath> results) {
        return results.stream().map(result -> outcome(result)).toList();
    }

    @Test
    void rowsNameTheirSourceByEitherId() {
        String id = unique();
        String source = source(id);
        String incident = unique();

        List<JsonPath> results = imported(PUBLISHER, row(named(id), incident),
                row("\"" + source + "\"", incident, "\"passage\": \"page 2\""));

        assertThat(outcomes(results)).containsExactly("created", "created");
        given().queryParam("incident", incident).get(CITATIONS).then().body("items.source", contains(source, source));
    }

    @Test
    void theSameRowsAgainChangeNothing() {
        String id = unique();
        source(id);
        String incident = unique();
        String finding = "\"dataQuality\": [{\"code\": \"cited_twice_by_one_event\"}]";

        assertThat(outcomes(imported(PUBLISHER, row(named(id), incident), row(named(id), incident))))
                .containsExactly("created", "unchanged");
        assertThat(outcomes(imported(PUBLISHER, row(named(id), incident)))).containsExactly("unchanged");
        assertThat(outcomes(imported(PUBLISHER, row(named(id), incident, finding)))).containsExactly("updated");
        assertThat(outcomes(imported(PUBLISHER, row(named(id), incident, finding)))).containsExactly("unchanged");
        given().queryParam("incident", incident).get(CITATIONS).then()
                .body("items[0].dataQuality.code", contains("cited_twice_by_one_event"));
    }

    @Test
    void aSourceThatIsNotThereIsRefusedWithItsPlace() {
        String id = unique();
        source(id);

        List<JsonPath> results = imported(PUBLISHER, row(named(unique()), unique()), row("\"" + unique() + "\"", unique()),
                row(named(id), unique()));

        assertThat(outcomes(results)).containsExactly("refused", "refused", "created");
        for (JsonPath refused : results.subList(0, 2)) {
            assertThat(refused.getString("problem.code")).isEqualTo("source_unknown");
            assertThat(refused.getInt("problem.status")).isEqualTo(422);
            assertThat(refused.getString("problem.violations[0].pointer")).isEqualTo("/source");
        }
    }

    @Test
    void anExternalIdNamesASourceOfTheImportersOrganisationAlone() {
        String id = unique();
        String source = source(id);
        String stranger = Tokens.contributor("org-b");

        assertThat(imported(stranger, row(named(id), unique())).get(0).getString("problem.code")).isEqualTo("source_unknown");
        assertThat(imported(stranger, row("\"" + source + "\"", unique())).get(0).getString("problem.code"))
                .isEqualTo("forbidden");
    }

    @Test
    void malformedRowsAreRefusedWithTheirPlace() {
        List<JsonPath> results = imported(PUBLISHER, row("7", unique()), row("\"no uuid\"", unique()),
                row(named("x"), unique(), "\"dataQuality\": [{\"code\": \"odd\"}]"),
                row(named("x"), unique(), "\"verification\": \"verified\""), "{\"incident\": \"" + unique() + "\"}");

        assertThat(results.stream().map(result -> result.getString("problem.violations[0].pointer")))
                .containsExactly("/source", "/source", "/dataQuality/0/code", "/verification", "/stance");
        assertThat(outcomes(results)).containsOnly("refused");
    }
}
