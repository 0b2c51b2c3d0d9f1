package org.harmregistry.sources.source;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;
import static org.harmregistry.kit.testing.Problems.problem;
import static org.harmregistry.kit.testing.Problems.problemAt;
import static org.harmregistry.sources.testing.Requests.SOURCES;
import static org.harmregistry.sources.testing.Requests.article;
import static org.harmregistry.sources.testing.Requests.as;
import static org.harmregistry.sources.testing.Requests.create;
import static org.harmregistry.sources.testing.Requests.createPublic;
import static org.harmregistry.sources.testing.Requests.patch;
import static org.harmregistry.sources.testing.Requests.step;
import static org.harmregistry.sources.testing.Requests.unique;

import java.util.UUID;

import org.harmregistry.kit.testing.Tokens;
import org.harmregistry.sources.testing.Stores;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;

/** A source from its creation to its withholding, as its clients see it. */
@QuarkusTest
@WithTestResource(value = Stores.class, scope = TestResourceScope.GLOBAL)
class SourceLifeTest {

    private static final String OWN = Tokens.contributor("org-a");

    /** {@code printf 'Hello' | sha256sum} */
    private static final String HELLO = "sha-256:185f8db32271fe25f561a6fc938b2e264306ec304eda518007d1764826381969";

    @Test
    void aSourceIsReadAsItWasCreated() {
        String body = """
                {"externalIds": [{"system": "desk", "id": "%s"}], "kind": "report", "title": "War of Annihilation",
                 "url": "https://example.org/report", "archivedUrl": "http://archive.example.org/1", "publisher": "A monitor",
                 "author": "Staff", "publishedOn": {"date": "2018-06-05", "precision": "day", "asPrinted": "5 June 2018"},
                 "language": "en", "medium": "ngo_report", "texts": [{"language": "en", "text": "Hello"}], "reliability": "A",
                 "credibility": 2, "sensitivity": ["graphic_violence"],
                 "fieldwork": {"sitesVisited": 42, "interviews": 112, "families": 4}, "dataset": "desk",
                 "licence": "CC-BY-4.0", "attribution": "A monitor"}
                """.formatted(unique());
        Response made = create(body);
        String address = made.then().statusCode(201).header("ETag", "\"1.own\"").body("status", equalTo("draft"))
                .body("publication", equalTo("withheld")).body("texts[0].text", nullValue()).extract().header("Location");

        as(OWN).get(address).then().statusCode(200).header("ETag", "\"1.own\"")
                .body("kind", equalTo("report")).body("medium", equalTo("ngo_report"))
                .body("url", equalTo("https://example.org/report")).body("publishedOn.date", equalTo("2018-06-05"))
                .body("publishedOn.precision", equalTo("day")).body("publishedOn.asPrinted", equalTo("5 June 2018"))
                .body("texts", hasSize(1)).body("texts[0].text", equalTo("Hello")).body("texts[0].digest", equalTo(HELLO))
                .body("reliability", equalTo("A")).body("credibility", equalTo(2))
                .body("sensitivity", contains("graphic_violence")).body("fieldwork.sitesVisited", equalTo(42))
                .body("fieldwork.interviews", equalTo(112)).body("fieldwork.families", equalTo(4))
                .body("organisation", equalTo("org-a")).body("dataQuality", empty()).body("unavailable", nullValue())
                .body("recordedAt", equalTo(made.path("recordedAt")))
                .body("id", matchesPattern("[0-9a-f]{8}-[0-9a-f]{4}-7.*"));
        as(OWN).head(address).then().statusCode(200).header("ETag", "\"1.own\"");
        as(OWN).header("If-None-Match", "\"1.own\"").get(address).then().statusCode(304);
    }

    @Test
    void eachReaderSeesWhatIsMeantForIt() {
        String draft = create(article("Not for everybody")).header("Location");
        given().get(draft).then().spec(problem(404, "not_found"));
        as(Tokens.contributor("org-b")).get(draft).then().spec(problem(404, "not_found"));
        as(Tokens.analyst()).get(draft).then().statusCode(200).header("ETag", "\"1.full\"");

        String shown = createPublic(article("For everybody"));
        given().get(shown).then().statusCode(200).header("ETag", "\"1.public\"").body("publication", equalTo("public"));

        step(shown, "withholding", Tokens.publisher()).then().statusCode(200).body("version", equalTo(4));
        given().get(shown).then().spec(problem(404, "not_found"));
    }

    @Test
    void stepsAreTakenByWhoMayAndInTheirOrder() {
        String address = create(article("A step at a time")).header("Location");
        as(Tokens.contributor("org-b")).header("If-Match", "\"1.own\"").body("{\"reason\": \"r\"}")
                .post(address + "/acceptance").then().spec(problem(404, "not_found"));
        step(address, "acceptance", OWN).then().spec(problem(403, "forbidden"));
        step(address, "publication", Tokens.analyst()).then().spec(problem(403, "forbidden"));
        step(address, "publication", Tokens.publisher()).then().spec(problem(409, "conflict_with_state"));
        as(Tokens.analyst()).body("{\"reason\": \"r\"}").post(address + "/acceptance").then()
                .spec(problemAt(428, "precondition_required", "#If-Match"));
        as(Tokens.analyst()).header("If-Match", "\"1.full\"").body("{}").post(address + "/acceptance").then()
                .spec(problemAt(400, "missing_field", "/reason"));
        step(address, "acceptance", Tokens.analyst()).then().statusCode(200).body("status", equalTo("accepted"));
        step(address, "acceptance", Tokens.analyst()).then().spec(problem(409, "conflict_with_state"));
    }

    @Test
    void aRepeatedStepWithItsKeyIsTakenOnce() {
        String address = create(article("Accepted once")).header("Location");
        var accept = as(Tokens.analyst()).header("If-Match", "\"1.full\"").header("Idempotency-Key", unique())
                .body("{\"reason\": \"checked\"}");

        accept.post(address + "/acceptance").then().statusCode(200).body("version", equalTo(2));
        accept.post(address + "/acceptance").then().statusCode(200).body("version", equalTo(2));
    }

    @Test
    void aRetriedCreationGivesTheFirstAnswerAgain() {
        String key = unique();
        var post = as(OWN).header("Idempotency-Key", key).body(article("Sent twice"));
        String first = post.post(SOURCES).then().statusCode(201).extract().header("Location");

        assertThat(post.post(SOURCES).then().statusCode(201).extract().header("Location")).isEqualTo(first);
        as(OWN).header("Idempotency-Key", key).body(article("Another")).post(SOURCES).then()
                .spec(problemAt(422, "idempotency_key_reused", "#Idempotency-Key"));
    }

    @Test
    void aClientsOwnIdIsTakenOnce() {
        String address = SOURCES + "/" + UUID.randomUUID();
        String body = article("Under an id of its own");
        as(OWN).body(body).put(address).then().spec(problemAt(428, "precondition_required", "#If-None-Match"));
        put(OWN, address, body).then().statusCode(201).header("Location", equalTo(address));

        put(OWN, address, body).then().spec(problem(412, "already_created")).header("ETag", "\"1.own\"")
                .header("Location", equalTo(address));
        put(OWN, address, article("Another body")).then().spec(problem(412, "id_taken"));
        put(Tokens.contributor("org-b"), address, body).then().spec(problem(409, "id_not_available"));
    }

    private static Response put(String token, String address, String body) {
        return as(token).header("If-None-Match", "*").body(body).put(address);
    }

    @Test
    void aPatchMergesClearsAndKeepsWhatItDoesNotName() {
        String address = create(article("Before", "\"publisher\": \"Office\", \"author\": \"A. N. Other\"",
                "\"publishedOn\": {\"date\": \"2017-06-01\", \"precision\": \"month\"}",
                "\"texts\": [{\"language\": \"en\", \"text\": \"Hello\"}]")).header("Location");

        patch(address, OWN, "\"1.own\"", "{\"title\": \"After\", \"author\": null, \"publishedOn\": {\"asPrinted\": \"June\"}}")
                .then().statusCode(200).header("ETag", "\"2.own\"").body("title", equalTo("After"))
                .body("author", nullValue()).body("publisher", equalTo("Office"))
                .body("publishedOn.date", equalTo("2017-06-01")).body("publishedOn.asPrinted", equalTo("June"));
        as(OWN).get(address).then().body("texts[0].text", equalTo("Hello")).body("version", equalTo(2));
        patch(address, OWN, "\"1.own\"", "{\"title\": \"Late\"}").then().spec(problem(412, "version_stale"))
                .header("ETag", "\"2.own\"");
        patch(address, OWN, "\"2.own\"", "{\"title\": \"After\"}").then().statusCode(200).header("ETag", "\"2.own\"");
    }

    @Test
    void aPatchAddsATextBesideOneThatIsThere() {
        String address = create(article("Two languages", "\"texts\": [{\"language\": \"en\", \"text\": \"Hello\"}]"))
                .header("Location");

        patch(address, OWN, "\"1.own\"", "{\"texts\": [{\"language\": \"en\", \"digest\": \"" + HELLO
                + "\"}, {\"language\": \"ar\", \"text\": \"مرحبا\"}]}").then().statusCode(200);

        as(OWN).get(address).then().body("texts.text", contains("Hello", "مرحبا"));
    }

    @Test
    void onlyWhoMayChangesASource() {
        String address = create(article("Mine")).header("Location");
        patch(address, Tokens.contributor("org-b"), "\"1.own\"", "{}").then().spec(problem(404, "not_found"));
        step(address, "acceptance", Tokens.analyst());
        patch(address, OWN, "\"2.own\"", "{\"title\": \"Too late\"}").then().spec(problem(403, "forbidden"));
        patch(address, Tokens.analyst(), "\"2.full\"", "{\"title\": \"Corrected\"}").then().statusCode(200);
        String shown = createPublic(article("Of others"));
        patch(shown, OWN, "\"1.public\"", "{\"title\": \"Mine now\"}").then().spec(problem(403, "forbidden"));
    }
}
