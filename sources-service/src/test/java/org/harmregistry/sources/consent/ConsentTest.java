package org.harmregistry.sources.consent;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.harmregistry.kit.testing.Problems.problem;
import static org.harmregistry.kit.testing.Problems.problemAt;
import static org.harmregistry.sources.testing.Requests.CITATIONS;
import static org.harmregistry.sources.testing.Requests.SOURCES;
import static org.harmregistry.sources.testing.Requests.article;
import static org.harmregistry.sources.testing.Requests.as;
import static org.harmregistry.sources.testing.Requests.create;
import static org.harmregistry.sources.testing.Requests.createPublic;
import static org.harmregistry.sources.testing.Requests.idOf;
import static org.harmregistry.sources.testing.Requests.importRows;
import static org.harmregistry.sources.testing.Requests.patch;
import static org.harmregistry.sources.testing.Requests.results;
import static org.harmregistry.sources.testing.Requests.step;
import static org.harmregistry.sources.testing.Requests.unique;

import java.sql.Connection;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.harmregistry.kit.testing.PostgresResource;
import org.harmregistry.kit.testing.Tokens;
import org.harmregistry.sources.testing.Stores;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;

/** What a consent allows, and how far its withdrawal reaches. */
@QuarkusTest
@WithTestResource(value = Stores.class, scope = TestResourceScope.GLOBAL)
class ConsentTest {

    private static final String OWN = Tokens.contributor("org-a");
    private static final String CUSTODIAN = Tokens.of("custodian", "registry", "custodian-1");

    private static String interview(String publisher) {
        return create(
                "{\"kind\": \"interview\", \"title\": \"Interview " + unique() + "\", \"publisher\": \"" + publisher + "\"}")
                .header("Location");
    }

    private static Response say(String source, String token, String purpose, String state, String... more) {
        return as(token).body("{\"purpose\": \"" + purpose + "\", \"state\": \"" + state + "\", \"takenOn\": \"2026-01-01\","
                + " \"takenHow\": \"written\", \"takenBy\": \"Test staff 1\", \"reason\": \"as told\""
                + String.join("", more) + "}").post(source + "/consent");
    }

    private static String publicInterview(String publisher) {
        String source = interview(publisher);
        say(source, OWN, "publish_anonymous", "given").then().statusCode(201);
        step(source, "acceptance", Tokens.analyst()).then().statusCode(200);
        step(source, "publication", Tokens.publisher()).then().statusCode(200);
        return source;
    }

    private static String cite(String source) {
        return as(Tokens.analyst()).body("{\"incident\": \"" + UUID.randomUUID() + "\", \"stance\": \"supports\"}")
                .post(source + "/citations").then().statusCode(201).extract().header("Location");
    }

    @Test
    void consentsAreKeptInTheirOrderWithTheirWords() {
        String source = interview("none");
        say(source, OWN, "publish_named", "limited", ", \"limits\": \"after the trial\", \"validUntil\": \"2030-01-31\"",
                ", \"notes\": \"at home\"").then().statusCode(201).body("number", equalTo(1)).body("limits", nullValue());
        say(source, CUSTODIAN, "publish_named", "withdrawn").then().statusCode(201).body("number", equalTo(2));

        for (String token : List.of(OWN, Tokens.analyst(), Tokens.publisher(), CUSTODIAN)) {
            as(token).get(source + "/consent").then().statusCode(200).header("Cache-Control", "no-store")
                    .body("items.state", contains("limited", "withdrawn")).body("items.counts", contains(false, true))
                    .body("items[0].limits", equalTo("after the trial")).body("items[0].validUntil", equalTo("2030-01-31"))
                    .body("items[0].takenBy", equalTo("Test staff 1")).body("items[0].notes", equalTo("at home"))
                    .body("items[1].reason", equalTo("as told")).body("items[1].recordedBy", equalTo("custodian-1"));
        }
        as(Tokens.admin()).get(source + "/consent").then().spec(problem(403, "forbidden"));
        as(Tokens.contributor("org-b")).get(source + "/consent").then().spec(problem(404, "not_found"));
        say(source, Tokens.contributor("org-b"), "analysis", "given").then().spec(problem(404, "not_found"));
        given().get(source + "/consent").then().spec(problem(401, "unauthenticated"));
        as(OWN).get(source).then().header("ETag", "\"1.own\"");
    }

    @Test
    void whatIsNoConsentIsRefused() {
        String source = interview("none");
        say(source, OWN, "publish_named", "limited").then().spec(problemAt(422, "limits_missing", "/limits"));
        say(source, OWN, "publish_named", "given", ", \"limits\": \"x\"").then()
                .spec(problemAt(422, "limits_without_limited", "/limits"));
        say(source, OWN, "everything", "given").then().spec(problemAt(400, "wrong_type", "/purpose"));
        say(source, OWN, "analysis", "limited", ", \"validUntil\": \"2020-01-01\"").then()
                .spec(problemAt(422, "range_inverted", "/validUntil"));
        as(OWN).body("{\"purpose\": \"analysis\"}").post(source + "/consent").then()
                .spec(problemAt(400, "missing_field", "/state"));
        as(OWN).body("{\"purpose\": \"analysis\", \"state\": \"given\", \"takenOn\": \"2999-01-01\", \"takenHow\": \"oral\","
                + " \"takenBy\": \"Test staff 1\", \"reason\": \"r\"}").post(source + "/consent").then()
                .spec(problemAt(422, "taken_in_future", "/takenOn"));
    }

    @Test
    void anInterviewIsPublishedWithAConsentAlone() {
        String source = interview("none");
        step(source, "acceptance", Tokens.analyst()).then().statusCode(200);
        step(source, "publication", Tokens.publisher()).then().spec(problem(422, "consent_missing"));
        say(source, OWN, "publish_anonymous", "limited", ", \"validUntil\": \"2026-01-02\"").then().statusCode(201);
        step(source, "publication", Tokens.publisher()).then().spec(problem(422, "consent_missing"));
        say(source, OWN, "publish_named", "given").then().statusCode(201);
        step(source, "publication", Tokens.publisher()).then().statusCode(200);

        assertThat(results(importRows(SOURCES, Tokens.publisher(), "upsert", "{\"kind\": \"interview\", \"title\": \"I\","
                + " \"externalIds\": [{\"system\": \"desk\", \"id\": \"" + unique() + "\"}], \"status\": \"accepted\","
                + " \"publication\": \"public\"}")).get(0).getString("problem.code")).isEqualTo("consent_missing");
        String shown = createPublic(article("An article that turns out to be an interview"));
        patch(shown, Tokens.analyst(), "\"3.full\"", "{\"kind\": \"interview\"}").then()
                .spec(problemAt(422, "consent_missing", "/kind"));
        as(Tokens.analyst()).get(shown).then().body("kind", equalTo("article"));
    }

    @Test
    void aWithdrawalReachesEveryPlaceAtOnce() {
        String publisher = unique();
        String source = publicInterview(publisher);
        String citation = cite(source);
        String incident = given().get(citation).then().statusCode(200).extract().path("incident");
        String before = given().get(SOURCES + "/changes?limit=1").path("page.next");
        String feed = end(SOURCES, before);
        String citations = end(CITATIONS, given().get(CITATIONS + "/changes?limit=1").path("page.next"));

        say(source, OWN, "publish_anonymous", "withdrawn").then().statusCode(201);

        given().get(source).then().spec(problem(404, "not_found"));
        given().header("If-None-Match", "\"1.public\"").get(source).then().statusCode(404);
        given().get(source + "/citations").then().statusCode(404);
        given().get(citation).then().spec(problem(404, "not_found"));
        given().queryParam("publisher", publisher).queryParam("count", "exact").get(SOURCES).then()
                .body("items", empty()).body("count", equalTo(0));
        given().queryParam("incident", incident).get(CITATIONS).then().body("items", empty());
        assertThat(given().queryParam("format", "ndjson").queryParam("publisher", publisher).get(SOURCES).asString()).isEmpty();
        assertThat(given().queryParam("format", "ndjson").queryParam("incident", incident).get(CITATIONS).asString()).isEmpty();
        assertTombstone(given().queryParam("after", feed).get(SOURCES + "/changes"), idOf(source));
        assertTombstone(given().queryParam("after", citations).get(CITATIONS + "/changes"), idOf(citation));
        as(Tokens.analyst()).get(source).then().statusCode(200).body("publication", equalTo("withheld"));
        as(Tokens.analyst()).get(source + "/revisions").then().body("items.kind", hasItem("consent_withdrawn"));
        step(source, "publication", Tokens.publisher()).then().spec(problem(422, "consent_missing"));
    }

    @Test
    void whatTheWitnessLetsBeKeptIsKeptAndNothingElse() {
        String source = interview("none");
        say(source, OWN, "keep_only", "given").then().statusCode(201);
        as(Tokens.analyst()).get(source).then().spec(problem(404, "not_found"));
        say(source, OWN, "share_court", "given").then().statusCode(201);
        as(Tokens.analyst()).get(source).then().statusCode(200);
        say(source, OWN, "share_court", "withdrawn").then().statusCode(201);
        as(Tokens.analyst()).get(source).then().spec(problem(404, "not_found"));
        as(OWN).get(source).then().statusCode(200);
    }

    /** The cursor at the end of a feed. */
    private static String end(String collection, String from) {
        String cursor = from;
        for (Response page = given().queryParam("after", cursor).get(collection + "/changes"); page.path("page.more");) {
            cursor = page.path("page.next");
            page = given().queryParam("after", cursor).get(collection + "/changes");
        }
        return given().queryParam("after", cursor).get(collection + "/changes").path("page.next");
    }

    private static void assertTombstone(Response feed, String id) {
        List<Map<String, Object>> entries = feed.then().statusCode(200).extract()
                .path("items.findAll { it.id == '" + id + "' }");
        assertThat(entries).hasSize(1);
        assertThat(entries.get(0)).containsEntry("tombstone", true).containsEntry("kind", "removed")
                .containsEntry("reason", "consent_withdrawn");
    }

    @Test
    void whatMayOnlyBeKeptIsSeenByItsOwnOrganisationAlone() {
        String publisher = unique();
        String source = publicInterview(publisher);
        String citation = cite(source);
        String feed = end(SOURCES, as(Tokens.analyst()).get(SOURCES + "/changes?limit=1").path("page.next"));

        say(source, CUSTODIAN, "analysis", "withdrawn").then().statusCode(201);

        for (String staff : List.of(Tokens.analyst(), Tokens.publisher(), Tokens.admin(), Tokens.contributor("org-b"))) {
            as(staff).get(source).then().spec(problem(404, "not_found"));
            as(staff).get(source + "/revisions").then().spec(problem(404, "not_found"));
            as(staff).get(source + "/consent").then().spec(problem(404, "not_found"));
            as(staff).get(citation).then().spec(problem(404, "not_found"));
            as(staff).queryParam("publisher", publisher).get(SOURCES).then().body("items", empty());
            assertThat(as(staff).queryParam("format", "ndjson").queryParam("publisher", publisher).get(SOURCES).asString())
                    .isEmpty();
        }
        String incident = as(OWN).get(citation).then().statusCode(200).extract().path("incident");
        as(Tokens.analyst()).queryParam("incident", incident).get(CITATIONS).then().body("items", empty());
        assertThat(as(Tokens.analyst()).queryParam("format", "ndjson").queryParam("incident", incident).get(CITATIONS)
                .asString()).isEmpty();
        assertTombstone(as(Tokens.analyst()).queryParam("after", feed).get(SOURCES + "/changes"), idOf(source));
        as(OWN).get(source).then().statusCode(200);
        as(OWN).queryParam("publisher", publisher).get(SOURCES).then().body("items", hasSize(1));
        as(CUSTODIAN).get(source + "/consent").then().statusCode(200);

        say(source, OWN, "analysis", "given").then().statusCode(201);
        as(Tokens.analyst()).get(source).then().statusCode(200).body("publication", equalTo("withheld"));
        given().get(source).then().statusCode(404);
    }

    @Test
    void aConsentThatIsOverTakesTheSourceOutOfSight() throws Exception {
        String source = interview("none");
        say(source, OWN, "publish_anonymous", "limited", ", \"validUntil\": \"2990-01-01\"").then().statusCode(201);
        step(source, "acceptance", Tokens.analyst()).then().statusCode(200);
        step(source, "publication", Tokens.publisher()).then().statusCode(200);
        given().get(source).then().statusCode(200);
        try (Connection owner = PostgresResource.asOwner(); Statement statement = owner.createStatement()) {
            // As if that day had come.
            statement.execute("update source_consent set valid_until = '2026-01-02' where source_id = '" + idOf(source) + "'");
            statement.execute("update source set consent_until = '2026-01-02' where id = '" + idOf(source) + "'");
        }
        for (int i = 0; i < 50 && given().get(source).statusCode() == 200; i++) {
            Thread.sleep(200);
        }
        given().get(source).then().spec(problem(404, "not_found"));
        as(OWN).get(source + "/revisions").then().body("items[-1].kind", equalTo("consent_withdrawn"))
                .body("items[-1].recordedBy", equalTo("registry"));
    }

    @Test
    void consentsAreNeitherChangedNorTakenAwayByTheServicesRole() throws Exception {
        try (Connection service = PostgresResource.asService(); Statement statement = service.createStatement()) {
            for (String wish : List.of("update source_consent set state = 'given'", "delete from source_consent",
                    "delete from witness_identity", "delete from guarded_act", "update witness_search set found = 0")) {
                assertThatThrownBy(() -> statement.execute(wish)).hasMessageContaining("permission denied");
            }
        }
    }
}
