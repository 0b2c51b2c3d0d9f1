package org.harmregistry.incidents.party;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.harmregistry.kit.testing.Problems.problem;
import static org.harmregistry.kit.testing.Problems.problemAt;

import org.harmregistry.incidents.record.Given;
import org.harmregistry.kit.testing.PostgresResource;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
@WithTestResource(value = PostgresResource.class, scope = TestResourceScope.GLOBAL)
class PartyResourceTest {

    private static final String PARTIES = "/api/v1/parties";
    private static final String STATE = "{\"name\": \"United States\", \"kind\": \"state\"}";

    @Test
    void anAdminCreatesAPartyThatEverybodyReads() {
        Given.admin().body("{\"slug\": \"us\", \"name\": \"United States\", \"kind\": \"state\","
                + " \"names\": [{\"language\": \"ar\", \"name\": \"الولايات المتحدة\"}],"
                + " \"externalIds\": [{\"system\": \"ucdp-actor\", \"id\": \"3\"}]}")
                .post(PARTIES).then().statusCode(201).header("Location", equalTo(PARTIES + "/us"))
                .header("ETag", equalTo("\"1.public\"")).body("slug", equalTo("us")).body("version", equalTo(1));

        given().get(PARTIES + "/us").then().statusCode(200).header("ETag", equalTo("\"1.public\""))
                .body("name", equalTo("United States")).body("kind", equalTo("state"))
                .body("names[0].name", equalTo("الولايات المتحدة")).body("externalIds[0].id", equalTo("3"))
                .body("id", notNullValue()).body("recordedAt", startsWith("20"));
        given().header("If-None-Match", "\"1.public\"").get(PARTIES + "/us").then().statusCode(304);
    }

    @Test
    void aCoalitionHasMembersForATime() {
        Given.party("member-state");

        Given.admin().header("If-None-Match", "*").body("{\"name\": \"Coalition\", \"kind\": \"coalition\","
                + " \"members\": [{\"party\": \"member-state\", \"from\": \"2014-08\"}]}")
                .put(PARTIES + "/with-members").then().statusCode(201).body("members[0].party", equalTo("member-state"))
                .body("members[0].from", equalTo("2014-08")).body("members[0].to", nullValue());
        Given.admin()
                .body("{\"slug\": \"x1\", \"name\": \"X\", \"kind\": \"coalition\", \"members\": [{\"party\": \"nobody\"}]}")
                .post(PARTIES).then().spec(problemAt(422, "party_unknown", "/members/0/party"));
        Given.admin()
                .body("{\"slug\": \"x1\", \"name\": \"X\", \"kind\": \"state\", \"members\": [{\"party\": \"member-state\"}]}")
                .post(PARTIES).then().spec(problemAt(422, "members_not_taken", "/members"));
        Given.admin().body("{\"slug\": \"x1\", \"name\": \"X\", \"kind\": \"coalition\","
                + " \"members\": [{\"party\": \"member-state\", \"from\": \"2015\", \"to\": \"2014-12\"}]}")
                .post(PARTIES).then().spec(problemAt(422, "range_inverted", "/members/0"));
    }

    @Test
    void onlyAnAdminWrites() {
        given().contentType("application/json").body(STATE).put(PARTIES + "/fr").then().spec(problem(401, "unauthenticated"));
        Given.analyst().header("If-None-Match", "*").body(STATE).put(PARTIES + "/fr").then().spec(problem(403, "forbidden"));
        Given.analyst().body(STATE).post(PARTIES).then().spec(problem(403, "forbidden"));
        Given.party("gb");
        Given.patching(Given.analyst(), "\"1.public\"").body("{\"name\": \"Britain\"}").patch(PARTIES + "/gb")
                .then().spec(problem(403, "forbidden"));
        Given.patching(Given.analyst(), "\"1.public\"").body("{\"name\": \"Britain\"}").patch(PARTIES + "/nowhere")
                .then().spec(problem(404, "not_found"));
    }

    @Test
    void aSecondCreationTellsWhichOneItIs() {
        Given.admin().header("If-None-Match", "*").body(STATE).put(PARTIES + "/twice").then().statusCode(201);

        Given.admin().header("If-None-Match", "*").body("{\"kind\": \"state\", \"name\": \"United States\", \"names\": null}")
                .put(PARTIES + "/twice").then().spec(problem(412, "already_created"))
                .header("ETag", equalTo("\"1.public\"")).header("Location", equalTo(PARTIES + "/twice"));
        Given.admin().header("If-None-Match", "*").body("{\"name\": \"Other\", \"kind\": \"state\"}")
                .put(PARTIES + "/twice").then().spec(problem(412, "id_taken"));
        Given.admin().body("{\"slug\": \"twice\", \"name\": \"Other\", \"kind\": \"state\"}")
                .post(PARTIES).then().spec(problemAt(409, "slug_taken", "/slug"));
        Given.admin().body(STATE).put(PARTIES + "/thrice").then().spec(problem(428, "precondition_required"));
    }

    @Test
    void refusesWhatIsMalformedWithItsPlace() {
        Given.admin().body("{\"slug\": \"a\", \"name\": \"A\", \"kind\": \"state\", \"colour\": 1}").post(PARTIES)
                .then().spec(problemAt(400, "unknown_field", "/colour"));
        Given.admin().body("{\"slug\": \"a\", \"name\": \"A\", \"kind\": \"empire\"}").post(PARTIES)
                .then().spec(problemAt(400, "wrong_type", "/kind"));
        Given.admin().body("{\"slug\": \"a\", \"kind\": \"state\"}").post(PARTIES)
                .then().spec(problemAt(400, "missing_field", "/name"));
        Given.admin().body(STATE).post(PARTIES).then().spec(problemAt(400, "missing_field", "/slug"));
        Given.admin().body("{\"slug\": \"changes\", \"name\": \"A\", \"kind\": \"state\"}").post(PARTIES)
                .then().spec(problemAt(400, "invalid_value", "/slug"));
        Given.admin().body("{\"slug\": \"a\", \"name\": \"A\", \"kind\": \"state\", \"version\": 4}").post(PARTIES)
                .then().spec(problemAt(400, "read_only_field", "/version"));
        Given.admin().header("If-None-Match", "*").body("{\"slug\": \"b\", \"name\": \"A\", \"kind\": \"state\"}")
                .put(PARTIES + "/c").then().spec(problemAt(422, "slug_differs", "/slug"));
        given().queryParam("kinds", "state").get(PARTIES).then().spec(problemAt(400, "unknown_parameter", "?kinds"));
        given().queryParam("kind", "empire").get(PARTIES).then().spec(problemAt(400, "invalid_parameter", "?kind"));
        given().queryParam("limit", "0").get(PARTIES).then().spec(problemAt(400, "limit_out_of_range", "?limit"));
        given().get(PARTIES + "/nobody").then().spec(problem(404, "not_found"));
    }

    @Test
    void aChangeNeedsTheCurrentVersion() {
        Given.party("changing");
        String address = PARTIES + "/changing";

        Given.admin().contentType("application/merge-patch+json").body("{\"name\": \"A\"}").patch(address)
                .then().spec(problem(428, "precondition_required"));
        Given.patching(Given.admin(), "\"1.public\"").body("{\"name\": \"A\"}").patch(address)
                .then().statusCode(200).header("ETag", equalTo("\"2.public\"")).body("name", equalTo("A"));
        Given.patching(Given.admin(), "\"1.public\"").body("{\"name\": \"B\"}").patch(address)
                .then().spec(problem(412, "version_stale")).header("ETag", equalTo("\"2.public\""));
        Given.patching(Given.admin(), "\"2.public\"").body("{\"name\": null}").patch(address)
                .then().spec(problemAt(400, "missing_field", "/name"));
        Given.patching(Given.admin(), "\"2.public\"").body("{\"name\": \"A\"}").patch(address)
                .then().statusCode(200).header("ETag", equalTo("\"2.public\""));
    }

    @Test
    void aListGoesOnBehindItsCursor() {
        Given.admin().header("If-None-Match", "*").body("{\"name\": \"A\", \"kind\": \"unknown\"}")
                .put(PARTIES + "/group-a");
        Given.admin().header("If-None-Match", "*").body("{\"name\": \"B\", \"kind\": \"unknown\"}")
                .put(PARTIES + "/group-b");

        var first = given().queryParam("kind", "unknown").queryParam("limit", 1).get(PARTIES);
        first.then().statusCode(200).body("items.slug", contains("group-a")).header("Link", startsWith("</api/v1/parties?"));
        String next = first.jsonPath().getString("page.next");
        given().queryParam("kind", "unknown").queryParam("limit", 1).queryParam("after", next).get(PARTIES)
                .then().body("items.slug", contains("group-b")).body("page.next", nullValue());
        given().queryParam("kind", "state").queryParam("after", next).get(PARTIES)
                .then().spec(problemAt(400, "invalid_cursor", "?after"));
    }

    @Test
    void theFeedTellsEveryChangeOnce() {
        Given.party("followed");
        String id = given().get(PARTIES + "/followed").jsonPath().getString("id");
        Given.patching(Given.admin(), "\"1.public\"").body("{\"name\": \"Followed\"}").patch(PARTIES + "/followed")
                .then().statusCode(200);

        var changes = given().queryParam("limit", 200).get(PARTIES + "/changes");

        changes.then().statusCode(200).body("items.id", hasItem(id));
        assertThat(changes.jsonPath().getList("items.findAll { it.id == '" + id + "' }.kind"))
                .isEqualTo(java.util.List.of("created", "changed"));
    }
}
