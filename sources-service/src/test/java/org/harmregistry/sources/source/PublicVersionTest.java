package org.harmregistry.sources.source;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.harmregistry.sources.testing.Files.attach;
import static org.harmregistry.sources.testing.Files.bytes;
import static org.harmregistry.sources.testing.Requests.SOURCES;
import static org.harmregistry.sources.testing.Requests.article;
import static org.harmregistry.sources.testing.Requests.as;
import static org.harmregistry.sources.testing.Requests.createPublic;
import static org.harmregistry.sources.testing.Requests.idOf;
import static org.harmregistry.sources.testing.Requests.patch;
import static org.harmregistry.sources.testing.Requests.step;
import static org.harmregistry.sources.testing.Requests.unique;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.harmregistry.kit.testing.PostgresResource;
import org.harmregistry.kit.testing.Tokens;
import org.harmregistry.sources.testing.Stores;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;

/** Whoever sees a part of a source alone is told of changes in that part alone: by no version, tag, time, order or feed. */
@QuarkusTest
@WithTestResource(value = Stores.class, scope = TestResourceScope.GLOBAL)
class PublicVersionTest {

    private static final String OWN = Tokens.contributor("registry");

    private static String interview(String dataset) {
        return createPublic("{\"kind\": \"interview\", \"title\": \"An interview\", \"dataset\": \"" + dataset
                + "\", \"interview\": {\"heldOn\": \"2018-02-03\", \"family\": \"FAM-01\", \"people\": 2}}");
    }

    /** Everything that everybody is answered about the source, one answer after the other. */
    private static List<String> told(String source, String dataset, String after, String since) {
        List<String> told = new ArrayList<>();
        Response record = given().get(source);
        told.add(record.header("ETag") + " " + record.asString());
        Response list = given().queryParam("dataset", dataset).queryParam("count", "exact").get(SOURCES);
        told.add(list.header("ETag") + " " + list.asString());
        told.add(given().queryParam("dataset", dataset).queryParam("sort", "-updatedAt").get(SOURCES).asString());
        told.add(given().queryParam("dataset", dataset).queryParam("updatedSince", since).get(SOURCES).asString());
        // The whole set comes in no particular order.
        told.add(given().queryParam("dataset", dataset).queryParam("format", "ndjson").get(SOURCES).asString().lines().sorted()
                .toList().toString());
        told.add(given().get(source + "/citations").header("ETag"));
        told.add(changes(source, after).toString());
        return told;
    }

    private static List<String> changes(String source, String after) {
        List<Map<String, Object>> items = given().queryParam("after", after).queryParam("limit", 200)
                .get(SOURCES + "/changes").path("items");
        return items.stream().filter(each -> each.get("id").equals(idOf(source)))
                .map(each -> each.get("version") + " " + each.get("kind") + " " + each.get("changedAt")).toList();
    }

    private static String end() {
        String after = null;
        while (true) {
            Response page = (after == null ? given() : given().queryParam("after", after)).get(SOURCES + "/changes");
            after = page.path("page.next");
            if (!page.<Boolean> path("page.more")) {
                return after;
            }
        }
    }

    @Test
    void whatEverybodyDoesNotSeeLeavesNoTrace() {
        String dataset = unique();
        String source = interview(dataset);
        String other = interview(dataset);
        as(Tokens.analyst()).body("{\"incident\": \"" + unique() + "\", \"stance\": \"mentions\"}").post(source + "/citations");
        String after = end();
        String since = given().get(other).path("updatedAt");
        List<String> before = told(source, dataset, after, since);

        change(source, "{\"interview\": {\"family\": \"FAM-02\", \"heldOn\": \"2018-02-27\"}}").then().statusCode(200);
        step(source, "freezing", Tokens.analyst()).then().statusCode(200);
        step(source, "unfreezing", Tokens.publisher()).then().statusCode(200);
        as(OWN).header("If-None-Match", "*").body("{\"names\": [{\"language\": \"en\", \"name\": \"Test person 70\"}]}")
                .put(source + "/identity").then().statusCode(201);
        attach(Tokens.analyst(), source, bytes(100)).then().statusCode(201);
        as(Tokens.analyst()).body("{\"purpose\": \"share_court\", \"state\": \"given\", \"takenOn\": \"2018-03-01\","
                + " \"takenHow\": \"written\", \"takenBy\": \"Test staff 1\", \"reason\": \"as told\"}")
                .post(source + "/consent").then().statusCode(201);

        assertThat(as(OWN).get(source).<Integer> path("version")).isEqualTo(6);
        assertThat(told(source, dataset, after, since)).isEqualTo(before);
        given().header("If-None-Match", "\"1.public\"").get(source).then().statusCode(304);
        String now = as(OWN).get(source).path("updatedAt");
        given().queryParam("asOf", now).get(source).then().header("ETag", "\"1.public\"").body("version", equalTo(1))
                .body("updatedAt", equalTo(given().get(source).path("updatedAt")));
        as(OWN).queryParam("asOf", now).get(source).then().header("ETag", "\"6.own\"");
    }

    @Test
    void whatEverybodySeesGoesOnWithEachChangeOfIt() {
        String dataset = unique();
        String source = interview(dataset);
        String after = end();
        String tag = given().queryParam("dataset", dataset).get(SOURCES).header("ETag");

        change(source, "{\"interview\": {\"people\": 3}}").then().statusCode(200);
        given().get(source).then().header("ETag", "\"2.public\"").body("version", equalTo(2))
                .body("updatedAt", equalTo(as(OWN).get(source).path("updatedAt")));
        as(Tokens.analyst()).header("If-Match", "\"4.full\"").body("{\"reliability\": \"B\", \"reason\": \"seen\"}")
                .post(source + "/assessment").then().statusCode(200);
        given().get(source).then().header("ETag", "\"3.public\"").body("reliability", equalTo("B"));
        change(source, "{\"interview\": {\"family\": \"FAM-03\"}}").then().statusCode(200);
        step(source, "hiding", Tokens.analyst()).then().statusCode(200);
        change(source, "{\"title\": \"Changed out of sight\"}").then().statusCode(200);
        step(source, "unhiding", Tokens.publisher()).then().statusCode(200);

        given().get(source).then().header("ETag", "\"4.public\"").body("title", equalTo("Changed out of sight"));
        as(OWN).get(source).then().header("ETag", "\"9.own\"");
        given().header("If-None-Match", tag).queryParam("dataset", dataset).get(SOURCES).then().statusCode(200);
        assertThat(changes(source, after)).extracting(each -> each.substring(0, each.lastIndexOf(' ')))
                .containsExactly("2 changed", "3 assessed", "3 removed", "4 unhidden");
        as(Tokens.contributor("org-b")).queryParam("dataset", dataset).queryParam("sort", "updatedAt").get(SOURCES).then()
                .body("items.version", contains(4));
    }

    private static Response change(String source, String body) {
        return patch(source, Tokens.analyst(), as(Tokens.analyst()).get(source).header("ETag"), body);
    }

    /** A version that was handed out before everybody counted apart stands for what it stood for. */
    @Test
    void whatHappenedBeforeKeepsItsVersions() throws SQLException {
        String source = interview(unique());
        String now = as(OWN).get(source).path("updatedAt");
        change(source, "{\"interview\": {\"family\": \"FAM-02\"}}").then().statusCode(200);
        String which = " where record_id = '" + idOf(source) + "'";
        try (Connection owner = PostgresResource.asOwner(); Statement sql = owner.createStatement()) {
            sql.execute("update revision set derived = null" + which);
            sql.execute("update change set public_version = null" + which);
            sql.execute("update source set public_version = version, public_updated_at = updated_at where id = '" + idOf(source)
                    + "'");
        }

        given().get(source).then().header("ETag", "\"4.public\"");
        given().queryParam("asOf", now).get(source).then().header("ETag", "\"3.public\"").body("updatedAt", equalTo(now));
        change(source, "{\"title\": \"Seen\"}").then().statusCode(200);
        given().get(source).then().header("ETag", "\"5.public\"");
    }

    /** That the registry's staff comes to know of an incident is nobody else's to learn. */
    @Test
    void citationsCountForEverybodyWhatEverybodySees() {
        String source = createPublic(article("Cited"));
        String citation = as(Tokens.analyst()).body("{\"incident\": \"" + unique() + "\", \"stance\": \"mentions\", \"claims\":"
                + " {\"victims\": [\"Test person 71\"]}}").post(source + "/citations").then().statusCode(201).extract()
                .header("Location");
        Response before = given().get(citation);
        String list = given().get(source + "/citations").header("ETag");

        correct(citation, "{\"claims\": {\"victims\": [\"Test person 72\"]}}").then().statusCode(200);

        given().get(citation).then().header("ETag", equalTo(before.header("ETag")));
        assertThat(given().get(citation).asString()).isEqualTo(before.asString());
        assertThat(given().get(source + "/citations").header("ETag")).isEqualTo(list);
        as(Tokens.analyst()).get(citation).then().header("ETag", "\"2.full\"");
        correct(citation, "{\"stance\": \"supports\"}").then().statusCode(200);
        given().get(citation).then().header("ETag", "\"2.public\"").body("version", equalTo(2));
        assertThat(given().get(source + "/citations").header("ETag")).isNotEqualTo(list);
    }

    private static Response correct(String citation, String body) {
        return patch(citation, Tokens.analyst(), as(Tokens.analyst()).get(citation).header("ETag"), body);
    }
}
