package org.harmregistry.incidents.incident;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.harmregistry.incidents.incident.IncidentApi.INCIDENTS;
import static org.harmregistry.incidents.incident.IncidentApi.NDJSON;
import static org.harmregistry.incidents.incident.IncidentApi.anonymous;
import static org.harmregistry.incidents.incident.IncidentApi.as;
import static org.harmregistry.incidents.incident.IncidentApi.importRows;
import static org.harmregistry.incidents.incident.IncidentApi.patch;
import static org.harmregistry.incidents.incident.IncidentApi.publicRow;
import static org.harmregistry.incidents.incident.IncidentApi.results;
import static org.harmregistry.incidents.incident.IncidentApi.unique;
import static org.harmregistry.kit.testing.Outcomes.outcome;
import static org.harmregistry.kit.testing.Problems.problem;
import static org.harmregistry.kit.testing.Problems.problemAt;

import java.util.List;
import java.util.stream.IntStream;

import org.harmregistry.kit.testing.PostgresResource;
import org.harmregistry.kit.testing.Tokens;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;

@QuarkusTest
@WithTestResource(value = PostgresResource.class, scope = TestResourceScope.GLOBAL)
class ImportTest {

    private static final String DAY = "\"occurred\":{\"from\":\"2016-03-04\",\"precision\":\"day\"}";

    private static String row(String system, String id, String members) {
        return "{\"externalIds\":[{\"system\":\"" + system + "\",\"id\":\"" + id + "\"}],\"title\":\"Event\","
                + DAY + (members.isEmpty() ? "" : "," + members) + "}";
    }

    private static List<String> outcomes(List<JsonPath> results) {
        return results.stream().map(result -> outcome(result)).toList();
    }

    @Test
    void createsThenLeavesAloneThenUpdates() {
        String system = unique("import");
        String token = Tokens.contributor("import-a");

        List<JsonPath> first = importRows(token, row(system, "1", ""), row(system, "2", ""));
        List<JsonPath> again = importRows(token, row(system, "2", ""), row(system, "1", "").replace(":", " : "));
        List<JsonPath> changed = importRows(token, row(system, "1", "\"summary\":\"more\""), row(system, "2", ""));

        assertThat(outcomes(first)).containsExactly("created", "created");
        assertThat(first.get(1).getString("externalId.id")).isEqualTo("2");
        assertThat(outcomes(again)).containsExactly("unchanged", "unchanged");
        assertThat(again.get(0).getString("id")).isEqualTo(first.get(1).getString("id"));
        assertThat(outcomes(changed)).containsExactly("updated", "unchanged");
        assertThat(changed.get(0).getInt("version")).isEqualTo(2);
        as(token).get(INCIDENTS + "/" + first.get(0).getString("id")).then()
                .body("summary", equalTo("more")).body("version", equalTo(2)).body("status", equalTo("draft"));
    }

    @Test
    void refusesABadRowWithLinePointerAndReasonAndTakesTheOthers() {
        String system = unique("import");

        List<JsonPath> results = importRows(Tokens.contributor("import-a"),
                row(system, "1", ""),
                "{\"title\":",
                "",
                row(system, "3", "\"harm\":{\"killed\":{\"civilians\":{\"min\":9,\"max\":8}}}"),
                row(system, "4", "\"nonsense\":1"),
                row(system, "5", "").replace("2016-03-04", "2016-02-30"),
                row(system, "6", "\"parties\":[{\"party\":\"nobody-knows\",\"role\":\"known\"}]"),
                row(system, "7", "\"place\":{\"country\":\"SY\",\"admin1\":\"SY99\"}"),
                "{\"title\":\"Event\"," + DAY + "}",
                row(system, "8", "\"summary\":\"" + "x".repeat(70_000) + "\""),
                row(system, "9", ""));

        assertThat(outcomes(results)).containsExactly("created", "refused", "refused", "refused", "refused", "refused",
                "refused", "refused", "refused", "created");
        assertThat(results.stream().map(result -> result.getInt("line"))).containsExactly(1, 2, 4, 5, 6, 7, 8, 9, 10, 11);
        assertThat(results.stream().map(result -> result.getString("problem.code"))).containsExactly(null, "invalid_json",
                "range_inverted", "unknown_field", "invalid_date", "party_unknown", "admin_area_unknown",
                "external_id_missing", "body_too_large", null);
        assertThat(results.stream().map(result -> result.getString("problem.violations[0].pointer"))).containsExactly(null,
                "/title", "/harm/killed/civilians/max", "/nonsense", "/occurred/from", "/parties/0/party", "/place/admin1",
                "/externalIds", "", null);
        assertThat(results.get(2).getInt("problem.status")).isEqualTo(422);
        assertThat(results.get(2).getString("problem.detail")).isEqualTo("max is below min.");
    }

    @Test
    void takesAByteOrderMarkForNoPartOfTheFirstRow() {
        String system = unique("import");

        List<JsonPath> results = importRows(Tokens.contributor("import-a"), "\ufeff" + row(system, "1", ""),
                row(system, "2", ""), "\ufeff" + row(system, "3", ""));

        assertThat(outcomes(results)).containsExactly("created", "created", "refused");
        assertThat(results.get(2).getString("problem.code")).isEqualTo("invalid_json");
    }

    @Test
    void saysThatItDoesNotUnpackWhatComesPacked() {
        as(Tokens.contributor("import-a")).contentType(NDJSON).header("Content-Encoding", "gzip").body("x")
                .post(INCIDENTS + "/import").then().spec(problemAt(415, "unsupported_media_type", "#Content-Encoding"))
                .header("Accept-Encoding", "identity");
        as(Tokens.contributor("import-a")).contentType(NDJSON).header("Content-Encoding", "identity")
                .body(row(unique("import"), "1", "")).post(INCIDENTS + "/import").then().statusCode(200);
    }

    @Test
    void refusesARecordThatOthersEditedSince() {
        String system = unique("import");
        String token = Tokens.contributor("import-a");
        String id = importRows(token, row(system, "1", "")).get(0).getString("id");
        patch(Tokens.analyst(), id, "\"1.full\"", "{\"summary\":\"checked\"}").then().statusCode(200);

        JsonPath same = importRows(token, row(system, "1", "")).get(0);
        JsonPath other = importRows(token, row(system, "1", "\"summary\":\"mine\"")).get(0);

        assertThat(same.getString("result")).isEqualTo("unchanged");
        assertThat(other.getString("result")).isEqualTo("refused");
        assertThat(other.getString("problem.code")).isEqualTo("changed_since_import");
        assertThat(other.getInt("problem.status")).isEqualTo(409);
        assertThat(other.getInt("version")).isEqualTo(2);
        assertThat(other.getInt("importedVersion")).isEqualTo(1);
        as(token).get(INCIDENTS + "/" + id).then().body("summary", equalTo("checked"));
    }

    @Test
    void letsAPublisherBringInPublicRecordsAndCorrectThem() {
        String system = unique("import");
        String token = Tokens.publisher();

        String id = importRows(token, publicRow(system, "1", DAY)).get(0).getString("id");
        given().get(INCIDENTS + "/" + id).then().statusCode(200).header("ETag", "\"1.public\"");
        JsonPath corrected = importRows(token, publicRow(system, "1", DAY + ",\"summary\":\"corrected\"")).get(0);

        assertThat(corrected.getString("result")).isEqualTo("updated");
        given().get(INCIDENTS + "/" + id).then().header("ETag", "\"2.public\"").body("summary", equalTo("corrected"));
    }

    @Test
    void keepsTheGradingOfADataSetUntilAnalystsGrade() {
        String system = unique("import");
        String fair = publicRow(system, "1", DAY + ",\"harm\":{\"grading\":\"fair\"}");

        String id = importRows(Tokens.publisher(), fair).get(0).getString("id");
        given().get(INCIDENTS + "/" + id).then().statusCode(200).body("harm.grading", equalTo("fair"));
        assertThat(importRows(Tokens.publisher(), fair).get(0).getString("result")).isEqualTo("unchanged");
        assertThat(importRows(Tokens.publisher(), fair.replace("fair", "weak")).get(0).getString("result"))
                .isEqualTo("updated");
        given().queryParam("gradings", "weak").queryParam("organisation", "registry").get(INCIDENTS).then().statusCode(200)
                .body("items.id", hasItem(id));
        JsonPath refused = importRows(Tokens.contributor("import-g"), row(system, "2", "\"harm\":{\"grading\":\"fair\"}"))
                .get(0);
        assertThat(refused.getString("problem.code")).isEqualTo("read_only_field");
        assertThat(refused.getString("problem.violations[0].pointer")).isEqualTo("/harm/grading");
    }

    @Test
    void doesNotLetAContributorDecideAboutPublication() {
        List<JsonPath> results = importRows(Tokens.contributor("import-a"),
                publicRow(unique("import"), "1", DAY),
                row(unique("import"), "2", "\"publication\":\"public\""),
                row(unique("import"), "3", "\"status\":\"submitted\""));

        assertThat(results.get(0).getString("problem.code")).isEqualTo("read_only_field");
        assertThat(results.get(0).getString("problem.violations[0].pointer")).isEqualTo("/status");
        assertThat(results.get(1).getString("problem.violations[0].pointer")).isEqualTo("/publication");
        assertThat(results.get(2).getString("result")).isEqualTo("created");
    }

    @Test
    void matchesWithinTheCallersOrganisationOnly() {
        String system = unique("import");

        String mine = importRows(Tokens.contributor("import-a"), row(system, "1", "")).get(0).getString("id");
        JsonPath theirs = importRows(Tokens.contributor("import-b"), row(system, "1", "")).get(0);

        assertThat(theirs.getString("result")).isEqualTo("created");
        assertThat(theirs.getString("id")).isNotEqualTo(mine);
    }

    @Test
    void takesARowTwiceInOneBodyAsTheSameRecord() {
        String system = unique("import");

        List<JsonPath> results = importRows(Tokens.contributor("import-a"), row(system, "1", ""), row(system, "1", ""),
                row(system, "1", "\"summary\":\"later\""));

        assertThat(outcomes(results)).containsExactly("created", "unchanged", "updated");
        assertThat(results.stream().map(result -> result.getString("id")).distinct()).hasSize(1);
    }

    @Test
    void refusesARowWhoseIdsBelongToDifferentRecords() {
        String system = unique("import");
        String token = Tokens.contributor("import-a");
        importRows(token, row(system, "1", ""), row(system, "2", ""));

        JsonPath result = importRows(token, "{\"externalIds\":[{\"system\":\"" + system + "\",\"id\":\"1\"},{\"system\":\""
                + system + "\",\"id\":\"2\"}],\"title\":\"Both\"," + DAY + "}").get(0);

        assertThat(result.getString("problem.code")).isEqualTo("external_ids_of_several");
    }

    @Test
    void writesNothingWhenItOnlyValidates() {
        String system = unique("import");
        String token = Tokens.contributor("import-a");

        List<JsonPath> results = results(as(token).contentType(NDJSON).queryParam("mode", "validate")
                .body(row(system, "1", "") + "\n" + row(system, "2", "\"title\":7")).post(INCIDENTS + "/import"));

        assertThat(outcomes(results)).containsExactly("created", "refused");
        as(token).queryParam("dataset", "none").get(INCIDENTS).then().body("items", hasSize(0));
        assertThat(importRows(token, row(system, "1", "")).get(0).getString("result")).isEqualTo("created");
    }

    @Test
    void refusesTheWholeWhenTheRequestIsWrong() {
        as(Tokens.contributor("import-a")).contentType(NDJSON).queryParam("mode", "guess").body("{}")
                .post(INCIDENTS + "/import").then().spec(problemAt(400, "invalid_parameter", "?mode"));
        as(Tokens.contributor("import-a")).contentType("text/plain").body("a,b").post(INCIDENTS + "/import")
                .then().spec(problem(415, "unsupported_media_type"));
        anonymous().contentType(NDJSON).body("{}").post(INCIDENTS + "/import").then().spec(problem(401, "unauthenticated"));
        as(Tokens.of("party", "x", "party-1")).contentType(NDJSON).body("{}").post(INCIDENTS + "/import")
                .then().spec(problem(403, "forbidden"));
    }

    @Test
    void answersAnEmptyBodyWithNoResults() {
        assertThat(results(as(Tokens.contributor("import-a")).contentType(NDJSON).body("\n\n").post(INCIDENTS + "/import")))
                .isEmpty();
    }

    @Test
    void answersMoreRowsThanOneBatchInTheirOrder() {
        String system = unique("import");
        String[] rows = IntStream.rangeClosed(1, 450).mapToObj(i -> row(system, Integer.toString(i), ""))
                .toArray(String[]::new);
        rows[333] = "not json";

        List<JsonPath> results = importRows(Tokens.contributor("import-a"), rows);

        assertThat(results).hasSize(450);
        assertThat(IntStream.range(0, 450).allMatch(i -> results.get(i).getInt("line") == i + 1)).isTrue();
        assertThat(outcomes(results).stream().filter("created"::equals)).hasSize(449);
        assertThat(results.get(333).getString("result")).isEqualTo("refused");
    }
}
