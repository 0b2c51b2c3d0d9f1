package org.harmregistry.sources.source;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.harmregistry.kit.testing.Problems.problem;
import static org.harmregistry.sources.testing.Requests.CITATIONS;
import static org.harmregistry.sources.testing.Requests.SOURCES;
import static org.harmregistry.sources.testing.Requests.article;
import static org.harmregistry.sources.testing.Requests.as;
import static org.harmregistry.sources.testing.Requests.create;
import static org.harmregistry.sources.testing.Requests.idOf;
import static org.harmregistry.sources.testing.Requests.patch;
import static org.harmregistry.sources.testing.Requests.step;
import static org.harmregistry.sources.testing.Requests.unique;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.harmregistry.kit.testing.PostgresResource;
import org.harmregistry.kit.testing.Tokens;
import org.harmregistry.sources.testing.Stores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

/** Every change leaves a revision and a place in the feed. */
@QuarkusTest
@WithTestResource(value = Stores.class, scope = TestResourceScope.GLOBAL)
class SourceHistoryTest {

    private static final String OWN = Tokens.contributor("org-a");

    @Test
    void everyChangeIsARevisionWithItsReason() {
        String address = create(article("As created", "\"texts\": [{\"language\": \"en\", \"text\": \"Secret words\"}]"))
                .header("Location");
        patch(address, OWN, "\"1.own\"", "{\"title\": \"As changed\"}");
        step(address, "acceptance", Tokens.analyst());
        step(address, "publication", Tokens.publisher());

        Response history = as(Tokens.analyst()).get(address + "/revisions");

        history.then().statusCode(200).body("items.version", contains(1, 2, 3, 4))
                .body("items.kind", contains("created", "changed", "accepted", "published"))
                .body("items.reason", contains(null, null, "checked by hand", "checked by hand"))
                .body("items.recordedBy", contains("contributor-of-org-a", "contributor-of-org-a", "analyst-1", "publisher-1"))
                .body("items.snapshot.title", contains("As created", "As changed", "As changed", "As changed"))
                .body("items.snapshot.status", contains("draft", "draft", "accepted", "accepted"))
                .body("items[0].snapshot.texts[0].language", equalTo("en"));
        assertThat(history.asString()).doesNotContain("Secret words");
        as(OWN).get(address + "/revisions").then().statusCode(200);
        as(Tokens.contributor("org-b")).get(address + "/revisions").then().spec(problem(403, "forbidden"));
        given().get(address + "/revisions").then().spec(problem(401, "unauthenticated"));
    }

    @Test
    void theFeedTellsEachReaderWhatItMaySee() {
        String publicStart = end(given(), SOURCES);
        String ownStart = end(as(OWN), SOURCES);
        String citationStart = end(given(), CITATIONS);
        String address = create(article("In the feed")).header("Location");
        String citation = as(OWN).body("{\"incident\": \"" + unique() + "\", \"stance\": \"mentions\"}")
                .post(address + "/citations").path("id");
        step(address, "acceptance", Tokens.analyst());
        step(address, "publication", Tokens.publisher());
        step(address, "withholding", Tokens.publisher());

        told(as(OWN), SOURCES, ownStart, idOf(address), "1 created", "2 accepted", "3 published", "4 withheld");
        told(given(), SOURCES, publicStart, idOf(address), "1 removed");
        told(given(), CITATIONS, citationStart, citation, "2 removed");
        step(address, "publication", Tokens.publisher());
        told(given(), SOURCES, publicStart, idOf(address), "1 published", "1 removed", "2 published");
        told(given(), CITATIONS, citationStart, citation, "2 published", "2 removed", "3 published");
    }

    /** A change is in the feed within about a second of its commit, later where many share the processors. */
    private static void told(RequestSpecification reader, String collection, String after, String id, String... expected) {
        Instant patience = Instant.now().plusSeconds(10);
        List<String> seen = changes(reader, collection, after, id);
        while (!seen.equals(List.of(expected)) && Instant.now().isBefore(patience)) {
            seen = changes(reader, collection, after, id);
        }
        assertThat(seen).containsExactly(expected);
    }

    private static String end(RequestSpecification reader, String collection) {
        String after = null;
        while (true) {
            Response page = page(reader, collection, after);
            after = page.path("page.next");
            if (!page.<Boolean> path("page.more")) {
                return after;
            }
        }
    }

    private static List<String> changes(RequestSpecification reader, String collection, String after, String id) {
        List<String> changes = new ArrayList<>();
        String from = after;
        while (true) {
            Response page = page(reader, collection, from);
            for (Map<String, Object> entry : page.<List<Map<String, Object>>> path("items")) {
                if (entry.get("id").equals(id)) {
                    changes.add(entry.get("version") + " " + entry.get("kind"));
                }
            }
            from = page.path("page.next");
            if (!page.<Boolean> path("page.more")) {
                return changes;
            }
        }
    }

    private static Response page(RequestSpecification reader, String collection, String after) {
        RequestSpecification request = given().spec(reader);
        return (after == null ? request : request.queryParam("after", after)).get(collection + "/changes");
    }

    @ParameterizedTest
    @ValueSource(strings = { "update revision set kind = 'x'", "delete from revision", "delete from change",
            "update change set kind = 'x'", "delete from source", "delete from citation", "truncate revision" })
    void theServiceCannotRewriteWhatHappened(String statement) throws SQLException {
        try (Connection connection = PostgresResource.asService(); Statement service = connection.createStatement()) {
            assertThatThrownBy(() -> service.execute(statement)).isInstanceOf(SQLException.class)
                    .hasMessageContaining("permission denied");
        }
    }

    @Test
    void aRevisionHoldsAllFieldsOfTheRecord() {
        String address = create(article("Whole", "\"publisher\": \"Office\"", "\"url\": \"https://example.org/whole\"",
                "\"publishedOn\": {\"date\": \"2018-01-01\", \"precision\": \"year\"}")).header("Location");

        as(OWN).get(address + "/revisions").then().body("items[0].snapshot.url", equalTo("https://example.org/whole"))
                .body("items[0].snapshot.canonicalKey", equalTo("url|https://example.org/whole"))
                .body("items[0].snapshot.publishedOn.date", equalTo("2018-01-01"))
                .body("items[0].snapshot.publishedOn.precision", equalTo("year"))
                .body("items[0].snapshot.author", nullValue()).body("items[0].snapshot.version", equalTo(1));
    }
}
