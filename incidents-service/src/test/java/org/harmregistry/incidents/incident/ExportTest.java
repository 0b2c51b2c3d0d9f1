package org.harmregistry.incidents.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.harmregistry.incidents.incident.IncidentApi.INCIDENTS;
import static org.harmregistry.incidents.incident.IncidentApi.NDJSON;
import static org.harmregistry.incidents.incident.IncidentApi.anonymous;
import static org.harmregistry.incidents.incident.IncidentApi.as;
import static org.harmregistry.incidents.incident.IncidentApi.importRows;
import static org.harmregistry.incidents.incident.IncidentApi.patch;
import static org.harmregistry.incidents.incident.IncidentApi.results;
import static org.harmregistry.incidents.incident.IncidentApi.step;
import static org.harmregistry.incidents.incident.IncidentApi.unique;
import static org.harmregistry.kit.testing.Outcomes.outcome;
import static org.harmregistry.kit.testing.Problems.problemAt;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;

import org.harmregistry.kit.testing.PostgresResource;
import org.harmregistry.kit.testing.Tokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;

@QuarkusTest
@WithTestResource(value = PostgresResource.class, scope = TestResourceScope.GLOBAL)
class ExportTest {

    private static final String PUBLISHER = Tokens.publisher();
    private static final String AT_A_POINT = "\"occurred\":{\"from\":\"2017-07-02\"},\"place\":{\"name\":\"Raqqa\","
            + "\"country\":\"SY\",\"point\":{\"lat\":35.951234,\"lon\":39.014321}}";

    private static String export(RequestSpecification by, String format, String... filter) {
        by.queryParam("format", format);
        for (int i = 0; i < filter.length; i += 2) {
            by.queryParam(filter[i], filter[i + 1]);
        }
        return new String(by.get(INCIDENTS).then().statusCode(200).extract().asByteArray(), StandardCharsets.UTF_8);
    }

    private static List<JsonPath> importAgain(String token, String format, String body) {
        String type = format.equals("csv") ? "text/csv" : NDJSON;
        return results(as(token).contentType(type).body(body.getBytes(StandardCharsets.UTF_8)).post(INCIDENTS + "/import"));
    }

    private static List<String> outcomes(List<JsonPath> results) {
        return results.stream().map(result -> outcome(result)).toList();
    }

    /** A publisher's row, accepted and public, of a system of its own; its id. */
    private static String imported(String system, String members) {
        JsonPath result = importRows(PUBLISHER, IncidentApi.publicRow(system, "1", members)).get(0);
        assertThat(result.getString("result")).isEqualTo("created");
        return result.getString("id");
    }

    @ParameterizedTest
    @ValueSource(longs = { 1, 7, 20170702 })
    void whateverARecordHoldsAnExportTakesBack(long seed) {
        RandomIncidents random = new RandomIncidents(new Random(seed));
        String dataset = unique("round-trip");
        List<String> rows = new ArrayList<>();
        for (int i = 0; i < 120; i++) {
            rows.add(random.row(dataset, i));
        }
        assertThat(new HashSet<>(outcomes(importRows(PUBLISHER, rows.toArray(String[]::new))))).as("seed %d", seed)
                .containsExactly("created");

        for (String token : List.of(PUBLISHER, Tokens.analyst())) {
            for (String format : List.of("csv", "ndjson")) {
                String exported = export(as(token), format, "dataset", dataset);
                List<JsonPath> again = importAgain(token, format, exported);
                assertThat(outcomes(again)).as("seed %d as %s", seed, format).hasSize(120).containsOnly("unchanged");
                assertThat(export(as(token), format, "dataset", dataset)).isEqualTo(exported);
            }
        }
    }

    @Test
    void anExportThatComesBackUndoesNothing() {
        String organisation = unique("exporting");
        String contributor = Tokens.contributor(organisation);
        String system = unique("export");
        String id = importRows(contributor,
                "{\"externalIds\":[{\"system\":\"" + system + "\",\"id\":\"1\"}],\"title\":\"Event\","
                        + AT_A_POINT + "}")
                .get(0).getString("id");
        String draft = export(as(contributor), "csv", "organisation", organisation);
        step(contributor, id, "submission", "\"1.own\"").then().statusCode(200);
        step(Tokens.analyst(), id, "acceptance", "\"2.full\"").then().statusCode(200);

        assertThat(outcomes(importAgain(contributor, "csv", draft))).containsExactly("unchanged");
        as(contributor).get(INCIDENTS + "/" + id).then().body("status", equalTo("accepted"));
        assertThat(outcomes(importAgain(contributor, "csv", export(as(contributor), "csv", "organisation", organisation))))
                .containsExactly("unchanged");

        patch(Tokens.analyst(), id, "\"3.full\"", "{\"summary\":\"checked\"}").then().statusCode(200);
        JsonPath refused = importAgain(contributor, "csv", draft).get(0);
        assertThat(refused.getString("problem.code")).isEqualTo("changed_since_import");
        assertThat(refused.getInt("version")).isEqualTo(4);
        as(contributor).get(INCIDENTS + "/" + id).then().body("summary", equalTo("checked"));
    }

    @Test
    void aCellEditedInThePresentVersionIsACorrection() {
        String system = unique("export");
        String id = imported(system, "\"dataset\":\"" + system + "\"," + AT_A_POINT);
        String edited = export(as(PUBLISHER), "csv", "dataset", system).replace("Event 1", "\"Event, corrected\"");

        assertThat(outcomes(importAgain(PUBLISHER, "csv", edited))).containsExactly("updated");

        as(PUBLISHER).get(INCIDENTS + "/" + id).then().body("title", equalTo("Event, corrected"))
                .body("publication", equalTo("public")).body("version", equalTo(2));
        JsonPath oldData = importRows(PUBLISHER, IncidentApi.publicRow(system, "1", "\"dataset\":\"" + system + "\","
                + "\"summary\":\"new\"," + AT_A_POINT)).get(0);
        assertThat(oldData.getString("problem.code")).isEqualTo("changed_since_import");
        assertThat(outcomes(importAgain(PUBLISHER, "csv", edited.replace("corrected", "corrected again"))))
                .containsExactly("refused");
    }

    @Test
    void everybodySeesTheCellInEveryFormat() {
        String system = unique("export");
        String id = imported(system, AT_A_POINT);
        String bbox = "39.01,35.95,39.02,35.96";

        JsonPath features = JsonPath.from(export(anonymous(), "geojson", "bbox", bbox));
        String mine = "features.find { it.id == '" + id + "' }";
        assertThat(features.getList(mine + ".geometry.coordinates")).hasToString("[39.015, 35.955]");
        assertThat(features.getDouble(mine + ".properties.place.point.lat")).isEqualTo(35.955);
        for (String format : List.of("csv", "ndjson", "geojson")) {
            assertThat(export(anonymous(), format, "bbox", bbox)).contains(id, "35.955").doesNotContain("35.951234",
                    "39.014321");
            assertThat(export(as(PUBLISHER), format, "bbox", bbox)).contains("35.951234", "39.014321");
        }
        assertThat(export(anonymous(), "csv", "bbox", "39.0143,35.9512,39.0144,35.9513")).doesNotContain(id);
    }

    @Test
    void anotherOrganisationIsNotToldWhatARecordHolds() {
        String system = unique("export");
        String id = imported(system, AT_A_POINT);
        String row = export(anonymous(), "ndjson", "bbox", "39.01,35.95,39.02,35.96").lines()
                .filter(line -> line.contains(id)).findFirst().orElseThrow();
        String guess = row.replace("35.955", "35.951234").replace("39.015", "39.014321").replace("\"public\"", "\"withheld\"");
        String stranger = Tokens.contributor(unique("stranger"));

        for (String sent : List.of(row, guess)) {
            String asDraft = sent.replaceAll("\"status\": ?\"accepted\"", "\"status\":\"draft\"")
                    .replaceAll("\"publication\": ?\"(public|withheld)\",", "");
            JsonPath result = results(as(stranger).contentType(NDJSON).queryParam("mode", "validate").body(asDraft)
                    .post(INCIDENTS + "/import")).get(0);
            assertThat(result.getString("result")).isEqualTo("created");
        }
        assertThat(importRows(stranger, row).get(0).getString("problem.code")).isEqualTo("read_only_field");
    }

    @Test
    void anExportHoldsWhatTheListHolds() {
        String system = unique("export");
        String rows = "\"dataset\":\"" + system + "\",\"occurred\":{\"from\":\"2017-07-02\"}";
        importRows(PUBLISHER, IncidentApi.publicRow(system, "1", rows),
                IncidentApi.publicRow(system, "2", rows.replace("2017", "2018")),
                IncidentApi.publicRow(system, "3", rows.replace("2017", "2019")));

        assertThat(export(anonymous(), "ndjson", "dataset", system, "from", "2018-01-01").lines()
                .map(line -> JsonPath.from(line).getString("externalIds[0].id"))).containsExactlyInAnyOrder("2", "3");
        JsonPath one = JsonPath.from(export(anonymous(), "ndjson", "dataset", system, "to", "2017-12-31"));
        assertThat(one.getMap(""))
                .isEqualTo(as(Tokens.contributor("org-z")).get(INCIDENTS + "/" + one.getString("id")).jsonPath()
                        .getMap(""));
        JsonPath noPoint = JsonPath.from(export(anonymous(), "geojson", "dataset", system, "to", "2017-12-31"));
        assertThat(noPoint.getMap("features[0]")).containsEntry("geometry", null);
    }

    @ParameterizedTest
    @ValueSource(strings = { "limit=5", "after=x", "count=exact", "sort=code" })
    void anExportHasNoPages(String parameter) {
        anonymous().get(INCIDENTS + "?format=csv&" + parameter).then()
                .spec(problemAt(400, "invalid_parameter", "?" + parameter.substring(0, parameter.indexOf('='))));
    }

    @Test
    void aCsvThatIsNoneOfIncidentsIsRefusedWithItsLine() {
        as(PUBLISHER).contentType("text/csv").body("id,colour\n1,red\n").post(INCIDENTS + "/import").then()
                .spec(problemAt(400, "unknown_field", ""));
        String system = unique("export");
        List<JsonPath> results = importAgain(PUBLISHER, "csv", "externalIds,title,occurred.from,harm.killed.civilians.min\n"
                + ",,,#affected+killed+min\n"
                + "\"[{\"\"system\"\":\"\"" + system + "\"\",\"\"id\"\":\"\"1\"\"}]\",\"two\nlines\",2017-07-02,7.9\n"
                + "\"[{\"\"system\"\":\"\"" + system + "\"\",\"\"id\"\":\"\"2\"\"}]\",'=SUM(A1),2017-07-02,7\n");

        assertThat(results.get(0).getInt("line")).isEqualTo(3);
        assertThat(results.get(0).getString("problem.violations[0].pointer")).isEqualTo("/harm/killed/civilians/min");
        assertThat(results.get(1).getString("result")).isEqualTo("created");
        as(PUBLISHER).get(INCIDENTS + "/" + results.get(1).getString("id")).then().body("title", equalTo("=SUM(A1)"))
                .body("harm.killed.civilians.min", equalTo(7));
    }
}
