package org.harmregistry.incidents.lineage;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.harmregistry.incidents.incident.IncidentApi.INCIDENTS;
import static org.harmregistry.incidents.incident.IncidentApi.as;
import static org.harmregistry.incidents.incident.IncidentApi.body;
import static org.harmregistry.incidents.incident.IncidentApi.create;
import static org.harmregistry.incidents.incident.IncidentApi.importRows;
import static org.harmregistry.incidents.incident.IncidentApi.publicIncident;
import static org.harmregistry.incidents.incident.IncidentApi.publicRow;
import static org.harmregistry.incidents.incident.IncidentApi.step;
import static org.harmregistry.incidents.incident.IncidentApi.unique;
import static org.harmregistry.incidents.lineage.LineageApi.merge;
import static org.harmregistry.incidents.lineage.LineageApi.shown;
import static org.harmregistry.incidents.lineage.LineageApi.tag;
import static org.harmregistry.kit.testing.Problems.problem;
import static org.harmregistry.kit.testing.Problems.problemAt;

import java.util.Collections;
import java.util.UUID;

import org.harmregistry.kit.testing.PostgresResource;
import org.harmregistry.kit.testing.Tokens;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;

@QuarkusTest
@WithTestResource(value = PostgresResource.class, scope = TestResourceScope.GLOBAL)
class SplitTest {

    private static final String FIRST = "{\"title\":\"Strike on the market\",\"occurred\":{\"from\":\"2017-07-02\"}}";
    private static final String SECOND = "{\"title\":\"Strike on the bakery\",\"occurred\":{\"from\":\"2018-01-03\"},"
            + "\"place\":{\"country\":\"SY\"}}";

    private static String into(String... parts) {
        return "{\"into\":[" + String.join(",", parts) + "],\"reason\":\"two strikes\"}";
    }

    private static Response split(String id, String... parts) {
        return LineageApi.split(Tokens.analyst(), id, tag(id), into(parts));
    }

    @Test
    void keepsTheRecordAsItsFirstPartAndWithholdsTheOthers() {
        String id = shown("split");
        String code = as(Tokens.analyst()).get(INCIDENTS + "/" + id).path("code");

        Response answer = split(id, FIRST, SECOND);

        answer.then().statusCode(200).header("ETag", "\"5.full\"").body("items", hasSize(2)).body("items[0].id", equalTo(id))
                .body("items[0].code", equalTo(code)).body("items[0].publication", equalTo("public"))
                .body("items[1].status", equalTo("accepted")).body("items[1].publication", equalTo("withheld"));
        String other = answer.path("items[1].id");
        given().get(INCIDENTS + "/" + code).then().statusCode(200).body("id", equalTo(id))
                .body("title", equalTo("Strike on the market")).body("lineage.splitInto", contains(other));
        given().get(INCIDENTS + "/" + other).then().spec(problem(404, "not_found"));
        as(Tokens.contributor("split")).get(INCIDENTS + "/" + other).then().statusCode(200)
                .body("title", equalTo("Strike on the bakery")).body("lineage.splitFrom", equalTo(id))
                .body("organisation", equalTo("split")).body("version", equalTo(1)).body("harm", nullValue());
        as(Tokens.analyst()).get(INCIDENTS + "/" + other + "/revisions").then().body("items.kind", contains("created"))
                .body("items.reason", contains("two strikes")).body("items.recordedBy", contains("analyst-1"));
        as(Tokens.analyst()).get(INCIDENTS + "/" + id + "/revisions").then().body("items[4].kind", equalTo("split"))
                .body("items[4].reason", equalTo("two strikes")).body("items[3].snapshot.title", equalTo("Strike on a market"));
        step(Tokens.publisher(), other, "publication", "\"1.full\"").then().statusCode(200);
        given().get(INCIDENTS + "/" + other).then().statusCode(200);
    }

    @Test
    void splitsADraftIntoDrafts() {
        String id = create(Tokens.contributor("split"), body("")).path("id");

        split(id, FIRST, SECOND, SECOND).then().statusCode(200).body("items", hasSize(3))
                .body("items.status", contains("draft", "draft", "draft"));
    }

    @Test
    void givesACorrectedYearANewCodeAndKeepsTheOld() {
        String id = shown("split");
        String code = as(Tokens.analyst()).get(INCIDENTS + "/" + id).path("code");

        split(id, SECOND, FIRST).then().statusCode(200);

        given().get(INCIDENTS + "/" + code).then().statusCode(200).body("id", equalTo(id))
                .body("formerCodes", contains(code));
    }

    @Test
    void letsExternalIdsGoOnToFindAPart() {
        String system = unique("split-imported");
        String id = importRows(Tokens.publisher(), publicRow(system, "1", "\"occurred\":{\"from\":\"2017-07-02\"}")).get(0)
                .getString("id");
        String bearing = "{\"externalIds\":[{\"system\":\"" + system + "\",\"id\":\"1\"}],\"title\":\"Strike on the bakery\","
                + "\"occurred\":{\"from\":\"2017-07-03\"}}";

        split(id, FIRST, SECOND).then().spec(problemAt(422, "external_id_lost", "/into"));
        split(id, bearing, bearing).then().spec(problem(409, "external_id_taken"));
        String other = split(id, FIRST, bearing).then().statusCode(200).extract().path("items[1].id");

        JsonPath row = importRows(Tokens.publisher(), publicRow(system, "1", "\"occurred\":{\"from\":\"2017-07-04\"}")).get(0);
        assertThat(row.getString("result")).isEqualTo("refused");
        assertThat(row.getString("problem.code")).isEqualTo("changed_since_import");
        assertThat(row.getString("id")).isEqualTo(other);
    }

    @Test
    void pointsAtThePartThatIsWrong() {
        String id = shown("split");
        String inverted = "{\"title\":\"x\",\"occurred\":{\"from\":\"2017-07-02\",\"to\":\"2017-07-01\"}}";
        String unknownParty = "{\"title\":\"x\",\"occurred\":{\"from\":\"2017-07-02\"},"
                + "\"parties\":[{\"party\":\"nobody-knows\",\"role\":\"known\"}]}";

        split(id, inverted, SECOND).then().spec(problemAt(422, "range_inverted", "/into/0/occurred/to"));
        split(id, FIRST, "{\"title\":\"x\"}").then().spec(problemAt(400, "missing_field", "/into/1/occurred"));
        split(id, FIRST, unknownParty).then().spec(problemAt(422, "party_unknown", "/into/1/parties/0/party"));
        split(id, FIRST, "{\"title\":7,\"occurred\":{\"from\":\"2017-07-02\"}}").then()
                .spec(problemAt(400, "wrong_type", "/into/1/title"));
        split(id, FIRST, "{\"title\":\"x\",\"occurred\":{\"from\":\"2017-07-02\"},\"code\":\"SY-1\"}").then()
                .spec(problemAt(400, "unknown_field", "/into/1/code"));
        split(id, FIRST, "null").then().spec(problemAt(400, "wrong_type", "/into/1"));
        split(id, FIRST).then().spec(problemAt(422, "split_size", "/into"));
        split(id, Collections.nCopies(21, FIRST).toArray(String[]::new)).then().spec(problemAt(422, "split_size", "/into"));
        LineageApi.split(Tokens.analyst(), id, tag(id), "{\"reason\":\"r\"}").then()
                .spec(problemAt(400, "missing_field", "/into"));
        LineageApi.split(Tokens.analyst(), id, tag(id), "{\"into\":[" + FIRST + "," + SECOND + "]}").then()
                .spec(problemAt(400, "missing_field", "/reason"));
        assertThat(tag(id)).isEqualTo("\"4.full\"");
    }

    @Test
    void refusesInTheUsualOrder() {
        String id = shown("split");
        String good = into(FIRST, SECOND);

        given().contentType("application/json").body(good).post(INCIDENTS + "/" + id + "/split").then()
                .spec(problem(401, "unauthenticated"));
        LineageApi.split(Tokens.analyst(), UUID.randomUUID().toString(), null, "{").then().spec(problem(404, "not_found"));
        LineageApi.split(Tokens.contributor("split"), id, null, "{").then().spec(problem(403, "forbidden"));
        LineageApi.split(Tokens.analyst(), id, null, "{").then().spec(problem(400, "invalid_json"));
        LineageApi.split(Tokens.analyst(), id, null, good).then().spec(problem(428, "precondition_required"));
        LineageApi.split(Tokens.analyst(), id, "\"1.full\"", good).then().spec(problem(412, "version_stale"));
        step(Tokens.publisher(), id, "withdrawal", tag(id)).then().statusCode(200);
        LineageApi.split(Tokens.analyst(), id, tag(id), good).then().spec(problem(409, "already_withdrawn"));
    }

    @Test
    void splitsWhatSpeaksForAnother() {
        String one = shown("split");
        String other = publicIncident("split", body(""));
        merge(one, other).then().statusCode(200);

        split(other, FIRST, SECOND).then().statusCode(200);

        given().get(INCIDENTS + "/" + one).then().statusCode(200).body("id", equalTo(other))
                .body("lineage.mergedFrom", contains(one)).body("lineage.splitInto", hasSize(1));
    }
}
