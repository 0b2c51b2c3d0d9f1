package org.harmregistry.incidents.organisation;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;
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
class OrganisationResourceTest {

    private static final String ORGANISATIONS = "/api/v1/organisations";
    private static final String MONITOR = "{\"name\": \"Test Monitor\", \"kind\": \"ngo\", \"url\": \"https://monitor.example/\"}";

    private static void create(String slug, String body) {
        Given.admin().header("If-None-Match", "*").body(body).put(ORGANISATIONS + "/" + slug).then().statusCode(201);
    }

    @Test
    void anAdminCreatesAnOrganisationThatEverybodyReads() {
        Given.admin().body("{\"slug\": \"test-monitor\", \"name\": \"Test Monitor\", \"kind\": \"ngo\","
                + " \"url\": \"https://monitor.example/\", \"names\": [{\"language\": \"ar\", \"name\": \"مرصد الاختبار\"}]}")
                .post(ORGANISATIONS).then().statusCode(201).header("Location", equalTo(ORGANISATIONS + "/test-monitor"))
                .header("ETag", equalTo("\"1.public\""));

        given().get(ORGANISATIONS + "/test-monitor").then().statusCode(200).body("slug", equalTo("test-monitor"))
                .body("kind", equalTo("ngo")).body("url", equalTo("https://monitor.example/"))
                .body("names[0].name", equalTo("مرصد الاختبار")).body("id", notNullValue());
        given().header("If-None-Match", "\"1.public\"").get(ORGANISATIONS + "/test-monitor").then().statusCode(304);
        given().queryParam("kind", "ngo").get(ORGANISATIONS).then().body("items.slug", hasItem("test-monitor"));
    }

    @Test
    void onlyAnAdminWrites() {
        given().contentType("application/json").body(MONITOR).post(ORGANISATIONS).then().spec(problem(401, "unauthenticated"));
        Given.analyst().body(MONITOR).post(ORGANISATIONS).then().spec(problem(403, "forbidden"));
        Given.analyst().header("If-None-Match", "*").body(MONITOR).put(ORGANISATIONS + "/x").then()
                .spec(problem(403, "forbidden"));
        create("kept", MONITOR);
        Given.patching(Given.analyst(), "\"1.public\"").body("{\"name\": \"B\"}").patch(ORGANISATIONS + "/kept").then()
                .spec(problem(403, "forbidden"));
    }

    @Test
    void refusesWhatIsMalformedWithItsPlace() {
        Given.admin().body(MONITOR).post(ORGANISATIONS).then().spec(problemAt(400, "missing_field", "/slug"));
        Given.admin().body("{\"slug\": \"a\", \"name\": \"A\"}").post(ORGANISATIONS).then()
                .spec(problemAt(400, "missing_field", "/kind"));
        Given.admin().body("{\"slug\": \"a\", \"name\": \"A\", \"kind\": \"club\"}").post(ORGANISATIONS).then()
                .spec(problemAt(400, "wrong_type", "/kind"));
        Given.admin().body("{\"slug\": \"A b\", \"name\": \"A\", \"kind\": \"ngo\"}").post(ORGANISATIONS).then()
                .spec(problemAt(400, "invalid_value", "/slug"));
        Given.admin().body("{\"slug\": \"a\", \"name\": \"A\", \"kind\": \"ngo\", \"url\": \"javascript:x\"}")
                .post(ORGANISATIONS)
                .then().spec(problemAt(400, "invalid_value", "/url"));
        Given.admin().body("{\"slug\": \"a\", \"name\": \"A\", \"kind\": \"ngo\", \"email\": \"a@b.example\"}")
                .post(ORGANISATIONS)
                .then().spec(problemAt(400, "unknown_field", "/email"));
        given().queryParam("kind", "club").get(ORGANISATIONS).then().spec(problemAt(400, "invalid_parameter", "?kind"));
        given().get(ORGANISATIONS + "/nobody").then().spec(problem(404, "not_found"));
    }

    @Test
    void aSecondCreationTellsWhichOneItIs() {
        create("twice-o", MONITOR);

        Given.admin().header("If-None-Match", "*").body(MONITOR).put(ORGANISATIONS + "/twice-o").then()
                .spec(problem(412, "already_created"));
        Given.admin().header("If-None-Match", "*").body("{\"name\": \"Other\", \"kind\": \"media\"}")
                .put(ORGANISATIONS + "/twice-o")
                .then().spec(problem(412, "id_taken"));
        Given.admin().body("{\"slug\": \"twice-o\", \"name\": \"Other\", \"kind\": \"media\"}").post(ORGANISATIONS).then()
                .spec(problemAt(409, "organisation_slug_taken", "/slug"));
    }

    @Test
    void aChangeNeedsTheCurrentVersionAndIsToldOnceByTheFeed() {
        create("changing-o", MONITOR);
        String address = ORGANISATIONS + "/changing-o";

        Given.admin().contentType("application/merge-patch+json").body("{\"name\": \"A\"}").patch(address).then()
                .spec(problem(428, "precondition_required"));
        Given.patching(Given.admin(), "\"1.public\"").body("{\"name\": \"A\", \"url\": null}").patch(address).then()
                .statusCode(200)
                .header("ETag", equalTo("\"2.public\""));
        Given.patching(Given.admin(), "\"1.public\"").body("{\"name\": \"B\"}").patch(address).then()
                .spec(problem(412, "version_stale"));
        Given.patching(Given.admin(), "\"2.public\"").body("{\"slug\": \"other\"}").patch(address).then()
                .spec(problemAt(422, "slug_differs", "/slug"));
        String id = given().get(address).path("id");
        var changes = given().queryParam("limit", 200).get(ORGANISATIONS + "/changes").jsonPath();
        assertThat(changes.getList("items.findAll { it.id == '" + id + "' }.kind", String.class)).containsExactly("created",
                "changed");
    }

    @Test
    void aListGoesOnBehindItsCursor() {
        create("academy-a", "{\"name\": \"A\", \"kind\": \"academic\"}");
        create("academy-b", "{\"name\": \"B\", \"kind\": \"academic\"}");

        var first = given().queryParam("kind", "academic").queryParam("limit", 1).get(ORGANISATIONS);
        first.then().body("items.slug", contains("academy-a"));
        given().queryParam("kind", "academic").queryParam("limit", 1).queryParam("after", first.path("page.next").toString())
                .get(ORGANISATIONS).then().body("items.slug", contains("academy-b"));
    }
}
