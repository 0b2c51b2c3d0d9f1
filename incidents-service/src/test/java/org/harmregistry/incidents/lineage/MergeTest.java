package org.harmregistry.incidents.lineage;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.harmregistry.incidents.incident.IncidentApi.INCIDENTS;
import static org.harmregistry.incidents.incident.IncidentApi.as;
import static org.harmregistry.incidents.incident.IncidentApi.body;
import static org.harmregistry.incidents.incident.IncidentApi.create;
import static org.harmregistry.incidents.incident.IncidentApi.importRows;
import static org.harmregistry.incidents.incident.IncidentApi.patch;
import static org.harmregistry.incidents.incident.IncidentApi.publicRow;
import static org.harmregistry.incidents.incident.IncidentApi.step;
import static org.harmregistry.incidents.incident.IncidentApi.unique;
import static org.harmregistry.incidents.lineage.LineageApi.merge;
import static org.harmregistry.incidents.lineage.LineageApi.mergeBody;
import static org.harmregistry.incidents.lineage.LineageApi.shown;
import static org.harmregistry.incidents.lineage.LineageApi.tag;
import static org.harmregistry.kit.testing.Problems.problem;
import static org.harmregistry.kit.testing.Problems.problemAt;

import java.util.List;
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
class MergeTest {

    private static final String AUTHOR = Tokens.contributor("merge");

    private static Response resolve(String token, String idOrCode) {
        var call = token == null ? given() : as(token);
        return call.redirects().follow(false).get(INCIDENTS + "/" + idOrCode);
    }

    private static String codeOf(String id) {
        return as(Tokens.analyst()).get(INCIDENTS + "/" + id).path("code");
    }

    private static void leadsTo(String idOrCode, String successor) {
        resolve(null, idOrCode).then().statusCode(308).header("Location", equalTo(INCIDENTS + "/" + successor));
    }

    @Test
    void leadsToTheSuccessorByIdAndCodes() {
        String one = shown("merge");
        String formerCode = codeOf(one);
        patch(Tokens.analyst(), one, tag(one), "{\"occurred\":{\"from\":\"2016-03-01\",\"to\":null}}").then().statusCode(200);
        String code = codeOf(one);
        String other = shown("merge");

        merge(Tokens.analyst(), code, tag(one), mergeBody(other)).then().statusCode(200).header("ETag", "\"6.full\"")
                .body("merged.id", equalTo(one)).body("merged.status", equalTo("merged"))
                .body("mergedInto.id", equalTo(other)).body("mergedInto.version", equalTo(5));

        assertThat(code).isNotEqualTo(formerCode);
        for (String name : List.of(one, code, formerCode)) {
            leadsTo(name, other);
            resolve(Tokens.analyst(), name).then().statusCode(308).header("Location", equalTo(INCIDENTS + "/" + other));
            given().redirects().follow(false).head(INCIDENTS + "/" + name).then().statusCode(308)
                    .header("Location", equalTo(INCIDENTS + "/" + other));
        }
        given().get(INCIDENTS + "/" + one).then().statusCode(200).body("id", equalTo(other))
                .body("lineage.mergedFrom", contains(one));
    }

    @Test
    void keepsTheReasonInTheHistoryOfBoth() {
        String one = shown("merge");
        String other = shown("merge");
        merge(one, other).then().statusCode(200);

        as(Tokens.analyst()).get(INCIDENTS + "/" + one + "/revisions").then().statusCode(200)
                .body("items[4].kind", equalTo("merged")).body("items[4].reason", equalTo("same strike"))
                .body("items[4].snapshot.status", equalTo("merged"))
                .body("items[4].snapshot.lineage.mergedInto", equalTo(other));
        as(Tokens.analyst()).get(INCIDENTS + "/" + other + "/revisions").then().statusCode(200)
                .body("items[4].kind", equalTo("absorbed")).body("items[4].snapshot.lineage.mergedFrom", contains(one));
    }

    @Test
    void collapsesChains() {
        String a = shown("merge");
        String b = shown("merge");
        String c = shown("merge");
        merge(a, b).then().statusCode(200);

        merge(b, c).then().statusCode(200).body("redirected", contains(a));

        leadsTo(a, c);
        leadsTo(b, c);
        given().get(INCIDENTS + "/" + c).then().body("lineage.mergedFrom", containsInAnyOrder(a, b));
    }

    @Test
    void refusesCirclesAndWhatCannotSpeakForAnother() {
        String a = shown("merge");
        String b = shown("merge");
        String c = shown("merge");
        String draft = create(AUTHOR, body("")).path("id");
        String withdrawn = shown("merge");
        step(Tokens.publisher(), withdrawn, "withdrawal", tag(withdrawn)).then().statusCode(200);
        merge(a, b).then().statusCode(200);

        merge(b, a).then().spec(problemAt(409, "merge_circle", "/into"));
        merge(c, a).then().spec(problemAt(409, "successor_merged", "/into"));
        merge(c, c).then().spec(problemAt(422, "merge_into_itself", "/into"));
        merge(c, draft).then().spec(problemAt(409, "successor_not_accepted", "/into"));
        merge(c, withdrawn).then().spec(problemAt(409, "successor_not_accepted", "/into"));
        merge(c, UUID.randomUUID().toString()).then().spec(problemAt(422, "successor_unknown", "/into"));
        merge(withdrawn, c).then().spec(problem(409, "already_withdrawn"));
        merge(a, c).then().spec(problem(409, "merged"));
        merge(draft, c).then().statusCode(200);
    }

    @Test
    void refusesInTheUsualOrder() {
        String one = shown("merge");
        String draft = create(AUTHOR, body("")).path("id");
        String good = mergeBody(shown("merge"));

        given().contentType("application/json").body(good).post(INCIDENTS + "/" + one + "/merge").then()
                .spec(problem(401, "unauthenticated"));
        merge(Tokens.contributor("others"), draft, null, "{").then().spec(problem(404, "not_found"));
        merge(Tokens.analyst(), UUID.randomUUID().toString(), null, "{").then().spec(problem(404, "not_found"));
        merge(Tokens.analyst(), "no id; drop", null, "{").then().spec(problem(404, "not_found"));
        merge(AUTHOR, one, null, "{").then().spec(problem(403, "forbidden"));
        merge(Tokens.publisher(), one, null, "{").then().spec(problem(403, "forbidden"));
        merge(Tokens.analyst(), one, null, "{").then().spec(problem(400, "invalid_json"));
        merge(Tokens.analyst(), one, null, "{\"into\":\"x\",\"reason\":\"r\"}").then()
                .spec(problemAt(400, "wrong_type", "/into"));
        merge(Tokens.analyst(), one, null, "{\"reason\":\"r\"}").then().spec(problemAt(400, "missing_field", "/into"));
        merge(Tokens.analyst(), one, null, "{\"into\":\"" + one + "\"}").then()
                .spec(problemAt(400, "missing_field", "/reason"));
        merge(Tokens.analyst(), one, null, "{\"into\":\"" + one + "\",\"reason\":\"r\",\"score\":1}").then()
                .spec(problemAt(400, "unknown_field", "/score"));
        merge(Tokens.analyst(), one, null, good).then().spec(problem(428, "precondition_required"));
        merge(Tokens.analyst(), one, "\"1.full\"", good).then().spec(problem(412, "version_stale")).header("ETag", tag(one));
    }

    @Test
    void takesNoWritesAnyMore() {
        String one = shown("merge");
        merge(one, shown("merge")).then().statusCode(200);

        patch(Tokens.analyst(), one, "\"1.full\"", "{\"summary\":\"x\"}").then().spec(problem(409, "merged"));
        step(Tokens.publisher(), one, "withdrawal", "\"1.full\"").then().spec(problem(409, "merged"));
        step(Tokens.publisher(), one, "publication", "\"5.full\"").then().spec(problem(409, "merged"));
        LineageApi.split(Tokens.analyst(), one, "\"1.full\"", "{\"into\":[],\"reason\":\"r\"}").then()
                .spec(problem(409, "merged"));
    }

    @Test
    void isHiddenWithItsSuccessor() {
        String one = shown("merge");
        String hidden = shown("merge");
        step(Tokens.publisher(), hidden, "withholding", tag(hidden)).then().statusCode(200);

        String before = as(Tokens.analyst()).get(INCIDENTS + "/" + one).path("updatedAt");
        given().queryParam("asOf", before).get(INCIDENTS + "/" + one).then().statusCode(200);

        merge(one, hidden).then().statusCode(200);

        resolve(null, one).then().spec(problem(404, "not_found"));
        given().queryParam("asOf", before).get(INCIDENTS + "/" + one).then().spec(problem(404, "not_found"));
        resolve(Tokens.contributor("others"), one).then().spec(problem(404, "not_found"));
        resolve(AUTHOR, one).then().statusCode(308);
        resolve(Tokens.analyst(), one).then().statusCode(308);
        step(Tokens.publisher(), hidden, "publication", tag(hidden)).then().statusCode(200);
        leadsTo(one, hidden);
    }

    @Test
    void isOutOfListsAndCounts() {
        String dataset = unique("merge-counted");
        String ids = "\"occurred\":{\"from\":\"2015-05-05\"},\"dataset\":\"" + dataset
                + "\",\"harm\":{\"killed\":{\"civilians\":{\"min\":3,\"max\":3}}}";
        String one = importRows(Tokens.publisher(), publicRow(dataset, "1", ids)).get(0).getString("id");
        String other = importRows(Tokens.publisher(), publicRow(dataset, "2", ids)).get(0).getString("id");

        merge(one, other).then().statusCode(200);

        for (String token : List.of(Tokens.analyst(), Tokens.publisher())) {
            as(token).queryParam("dataset", dataset).queryParam("count", "exact").get(INCIDENTS).then().statusCode(200)
                    .body("items.id", contains(other)).body("count", equalTo(1));
        }
        given().queryParam("dataset", dataset).get("/api/v1/statistics").then().statusCode(200)
                .body("total.incidents", equalTo(1)).body("total.killed.civilians.min", equalTo(3));
        as(Tokens.analyst()).queryParam("dataset", dataset).queryParam("status", "merged").get(INCIDENTS).then()
                .body("items.id", contains(one));
    }

    @Test
    void namesTheSuccessorToImports() {
        String system = unique("merge-imported");
        String occurred = "\"occurred\":{\"from\":\"2015-05-05\"}";
        JsonPath first = importRows(Tokens.publisher(), publicRow(system, "1", occurred)).get(0);
        String other = shown("merge");
        merge(first.getString("id"), other).then().statusCode(200);

        JsonPath same = importRows(Tokens.publisher(), publicRow(system, "1", occurred)).get(0);
        JsonPath changed = importRows(Tokens.publisher(), publicRow(system, "1", occurred + ",\"summary\":\"new\"")).get(0);

        assertThat(same.getString("result")).isEqualTo("unchanged");
        assertThat(changed.getString("result")).isEqualTo("refused");
        assertThat(changed.getInt("problem.status")).isEqualTo(409);
        assertThat(changed.getString("problem.code")).isEqualTo("merged");
        assertThat(changed.getString("problem.detail")).contains(other);
        assertThat(changed.getString("id")).isEqualTo(other);
    }

    @Test
    void leavesATombstoneInTheFeed() {
        String one = shown("merge");
        String other = shown("merge");
        String cursor = given().queryParam("limit", "200").get(INCIDENTS + "/changes").path("page.next");
        for (boolean more = true; more;) {
            Response page = given().queryParam("limit", "200").queryParam("after", cursor).get(INCIDENTS + "/changes");
            cursor = page.path("page.next");
            more = page.path("page.more");
        }

        merge(one, other).then().statusCode(200);

        given().queryParam("limit", "200").queryParam("after", cursor).get(INCIDENTS + "/changes").then().statusCode(200)
                .body("items.find { it.id == '" + one + "' }.tombstone", equalTo(true))
                .body("items.find { it.id == '" + one + "' }.reason", equalTo("merged"))
                .body("items.find { it.id == '" + other + "' }.tombstone", equalTo(false))
                .body("items.reason", not(hasItem("same strike")));
    }

    @Test
    void showsPastStatesFromBeforeTheMerge() {
        String one = shown("merge");
        String other = shown("merge");
        String before = as(Tokens.analyst()).get(INCIDENTS + "/" + one).path("updatedAt");
        merge(one, other).then().statusCode(200);

        given().redirects().follow(false).queryParam("asOf", before).get(INCIDENTS + "/" + one).then().statusCode(200)
                .body("id", equalTo(one)).body("status", equalTo("accepted"));
        given().redirects().follow(false).urlEncodingEnabled(false).get(INCIDENTS + "/" + one + "?asOf=2999-01-01T00:00:00Z")
                .then()
                .statusCode(308).header("Location", equalTo(INCIDENTS + "/" + other + "?asOf=2999-01-01T00:00:00Z"));
    }

    @Test
    void givesTheSameAnswerToARepeatedRequest() {
        String one = shown("merge");
        String good = mergeBody(shown("merge"));
        String key = UUID.randomUUID().toString();
        String tag = tag(one);

        var first = as(Tokens.analyst()).contentType("application/json").header("If-Match", tag).header("Idempotency-Key", key)
                .body(good).post(INCIDENTS + "/" + one + "/merge");
        var again = as(Tokens.analyst()).contentType("application/json").header("If-Match", tag).header("Idempotency-Key", key)
                .body(good).post(INCIDENTS + "/" + one + "/merge");

        first.then().statusCode(200);
        again.then().statusCode(200);
        assertThat(again.asString()).isEqualTo(first.asString());
    }
}
