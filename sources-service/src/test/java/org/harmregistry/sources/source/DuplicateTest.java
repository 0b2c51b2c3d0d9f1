package org.harmregistry.sources.source;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.harmregistry.sources.testing.Requests.article;
import static org.harmregistry.sources.testing.Requests.as;
import static org.harmregistry.sources.testing.Requests.create;
import static org.harmregistry.sources.testing.Requests.createPublic;
import static org.harmregistry.sources.testing.Requests.idOf;
import static org.harmregistry.sources.testing.Requests.unique;

import org.harmregistry.kit.testing.Tokens;
import org.harmregistry.sources.testing.Stores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;

/** Records of one publication are named to each other, and both stay. */
@QuarkusTest
@WithTestResource(value = Stores.class, scope = TestResourceScope.GLOBAL)
class DuplicateTest {

    private static final String OWN = Tokens.contributor("org-a");

    private static String at(String url) {
        return article("At an address", "\"url\": \"" + url + "\"");
    }

    @ParameterizedTest
    @ValueSource(strings = { "https://example.org/%s", "HTTPS://EXAMPLE.org/%s", "https://example.org/%s#part",
            "https://example.org/%s/", "https://example.org:443/%s", "https://example.org/%s?utm_source=feed&utm_campaign=c" })
    void theSameAddressInAnotherFormIsNamed(String form) {
        String page = unique();
        String first = idOf(create(at("https://example.org/" + page)).header("Location"));

        Response second = create(at(form.formatted(page)));

        second.then().statusCode(201).body("id", not(equalTo(first))).body("duplicates", hasSize(1))
                .body("duplicates[0].source", equalTo(first)).body("duplicates[0].score", equalTo(1.0f))
                .body("duplicates[0].reason", equalTo("same_canonical_key"));
        as(OWN).get(second.header("Location") + "/duplicates").then().statusCode(200)
                .body("items.source", contains(first)).body("page.size", equalTo(1));
        as(OWN).get("/api/v1/sources/" + first + "/duplicates").then()
                .body("items.source", contains(idOf(second.header("Location"))));
    }

    @Test
    void anotherPageOfTheSameHostIsNoDuplicate() {
        String page = unique();
        create(at("https://example.org/" + page + "?id=1"));

        create(at("https://example.org/" + page + "?id=2")).then().statusCode(201).body("duplicates", empty());
    }

    @Test
    void withoutAddressPublisherDateAndTitleDecide() {
        String title = unique();
        String day = "\"publishedOn\": {\"date\": \"2017-06-08\", \"precision\": \"day\"}";
        String first = idOf(create(article("Raqqa " + title, "\"publisher\": \"An Office\"", day)).header("Location"));

        create(article("  RAQQA   " + title, "\"publisher\": \"an office\"", day)).then()
                .body("duplicates.source", contains(first));
        create(article("Raqqa " + title, "\"publisher\": \"An Office\"")).then().body("duplicates", empty());
        create(article("Raqqa " + title, day)).then().body("duplicates", empty()).body("canonicalKey", equalTo(null));
    }

    @Test
    void onlyDuplicatesThatTheReaderMaySeeAreNamed() {
        String page = unique();
        String shown = createPublic(at("https://example.org/" + page));
        String draft = create(at("https://example.org/" + page)).header("Location");

        given().get(shown + "/duplicates").then().statusCode(200).body("items", empty());
        as(Tokens.contributor("org-b")).get(shown + "/duplicates").then().body("items", empty());
        as(OWN).get(shown + "/duplicates").then().body("items.source", contains(idOf(draft)));
        assertThat(given().get(draft + "/duplicates").statusCode()).isEqualTo(404);
    }
}
