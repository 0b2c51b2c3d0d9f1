package org.harmregistry.incidents.record;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.harmregistry.kit.testing.Problems.problem;
import static org.harmregistry.kit.testing.Problems.problemAt;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import io.restassured.response.Response;

/**
 * What holds for every collection of dated records, asked of one of them over HTTP.
 *
 * @param collection address of the collection
 * @param feed address of its change feed
 * @param body a good body
 * @param otherBody another good body
 * @param derived a field that only the registry sets
 */
public record Conventions(String collection, String feed, String body, String otherBody, String derived) {

    public void hold() {
        createdByPostOnce();
        createdByPut();
        changedByPatch();
        refusedInOrder();
        listedInPages();
        rememberedAsItWas();
        followedLive();
    }

    private void createdByPostOnce() {
        String key = UUID.randomUUID().toString();
        var first = Given.analyst().header("Idempotency-Key", key).body(body).post(collection);
        first.then().statusCode(201).header("Location", startsWith(collection + "/")).body("version", equalTo(1));
        var again = Given.analyst().header("Idempotency-Key", key).body(body).post(collection);
        again.then().statusCode(201).header("Location", equalTo(first.header("Location")))
                .header("ETag", equalTo(first.header("ETag")));
        assertThat(again.asString()).isEqualTo(first.asString());
        Given.analyst().header("Idempotency-Key", key).body(otherBody).post(collection)
                .then().spec(problem(422, "idempotency_key_reused"));

        var read = given().get(first.header("Location"));
        read.then().statusCode(200).header("ETag", equalTo(first.header("ETag")));
        assertThat(read.jsonPath().getMap("")).isEqualTo(first.jsonPath().getMap(""));
        given().header("If-None-Match", first.header("ETag")).get(first.header("Location")).then().statusCode(304);
    }

    private void createdByPut() {
        String address = collection + "/" + UUID.randomUUID();
        Given.analyst().body(body).put(address).then().spec(problem(428, "precondition_required"));
        var created = Given.analyst().header("If-None-Match", "*").body(body).put(address);
        created.then().statusCode(201).header("Location", equalTo(address));
        Given.analyst().header("If-None-Match", "*").body(body).put(address).then().spec(problem(412, "already_created"))
                .header("ETag", equalTo(created.header("ETag"))).header("Location", equalTo(address));
        Given.analyst().header("If-None-Match", "*").body(otherBody).put(address).then().spec(problem(412, "id_taken"));
        Given.admin().header("If-None-Match", "*").body(body).put(address).then().spec(problem(412, "id_taken"));
    }

    private void changedByPatch() {
        var created = Given.analyst().body(body).post(collection);
        String address = created.header("Location");
        String change = "{\"source\": {\"url\": \"https://example.org/changed\"}}";
        Given.analyst().contentType("application/merge-patch+json").body(change).patch(address)
                .then().spec(problem(428, "precondition_required"));
        var changed = Given.patching(Given.analyst(), created.header("ETag")).body(change).patch(address);
        changed.then().statusCode(200).body("version", equalTo(2)).body("source.url", equalTo("https://example.org/changed"));
        Given.patching(Given.analyst(), created.header("ETag")).body(change).patch(address)
                .then().spec(problem(412, "version_stale")).header("ETag", equalTo(changed.header("ETag")));
        Given.patching(Given.analyst(), changed.header("ETag")).body("{\"source\": null, \"nonsense\": 1}").patch(address)
                .then().spec(problemAt(400, "unknown_field", "/nonsense"));
        Given.patching(Given.contributor(), changed.header("ETag")).body(change).patch(address)
                .then().spec(problem(403, "forbidden"));

        String id = created.jsonPath().getString("id");
        var entries = given().queryParam("limit", 200).get(feed);
        assertThat(entries.jsonPath().getList("items.findAll { it.id == '" + id + "' }.kind"))
                .isEqualTo(List.of("created", "changed"));
    }

    private void rememberedAsItWas() {
        var created = Given.analyst().body(body).post(collection);
        String address = created.header("Location");
        var changed = Given.patching(Given.analyst(), created.header("ETag"))
                .body("{\"source\": {\"url\": \"https://example.org/later\"}}").patch(address);
        String first = created.jsonPath().getString("updatedAt");

        var then = given().queryParam("asOf", first).get(address);
        then.then().statusCode(200).body("version", equalTo(1)).body("asOf", equalTo(first))
                .header("ETag", not(equalTo(created.header("ETag"))));
        given().queryParam("asOf", first).header("If-None-Match", then.header("ETag")).get(address).then().statusCode(304);
        given().queryParam("asOf", changed.jsonPath().getString("updatedAt")).get(address).then()
                .body("version", equalTo(2)).body("source.url", equalTo("https://example.org/later"));
        given().queryParam("asOf", Instant.parse(first).minusNanos(1000).toString()).get(address)
                .then().spec(problem(404, "not_found"));
        given().queryParam("asOf", "yesterday").get(address).then().spec(problemAt(400, "invalid_parameter", "?asOf"));
        given().queryParam("asOf", first).queryParam("limit", 200).get(collection).then().statusCode(200)
                .body("asOf", equalTo(first)).body("items.find { it.id == '" + created.jsonPath().getString("id")
                        + "' }.version", equalTo(1));

        var revisions = Given.analyst().get(address + "/revisions");
        revisions.then().statusCode(200).body("items.version", equalTo(List.of(1, 2)))
                .body("items[0].recordedAt", equalTo(first)).body("items[1].recordedBy", equalTo("analyst-1"))
                .body("items[1].changes.find { it.pointer == '/source/url' }.after", equalTo("https://example.org/later"));
        given().get(address + "/revisions").then().spec(problem(401, "unauthenticated"));
        Given.contributor().get(address + "/revisions").then().spec(problem(403, "forbidden"));
        Given.contributor().get(collection + "/" + UUID.randomUUID() + "/revisions").then().spec(problem(404, "not_found"));
    }

    private void followedLive() {
        given().accept("text/event-stream").queryParam("after", "bm8").get(feed)
                .then().spec(problemAt(400, "invalid_cursor", "?after"));
        given().accept("*/*").get(feed).then().statusCode(200).contentType("application/json");
    }

    private void refusedInOrder() {
        String nowhere = collection + "/" + UUID.randomUUID();
        given().contentType("application/json").body("{").post(collection).then().spec(problem(401, "unauthenticated"));
        Given.contributor().body("{").post(collection).then().spec(problem(403, "forbidden"));
        Given.contributor().contentType("application/merge-patch+json").body("{").patch(nowhere)
                .then().spec(problem(404, "not_found"));
        given().get(nowhere).then().spec(problem(404, "not_found"));
        given().get(collection + "/no-id").then().spec(problem(404, "not_found"));
        Given.analyst().body("{").post(collection).then().spec(problem(400, "invalid_json"));
        Given.analyst().body(body.replaceFirst("\\{", "{\"" + derived + "\": \"x\", ")).post(collection)
                .then().spec(problemAt(400, "read_only_field", "/" + derived));
        Given.analyst().body(body.replaceFirst("\\{", "{\"nonsense\": 1, ")).post(collection)
                .then().spec(problemAt(400, "unknown_field", "/nonsense"));
        Given.analyst().body(body.replaceFirst("\\{", "{\"source\": {\"url\": \"javascript:alert(1)\"}, ")).post(collection)
                .then().spec(problemAt(400, "invalid_value", "/source/url"));
        Given.analyst().body(body.replaceFirst("\\{", "{\"externalIds\": [{\"system\": \"s\"}], ")).post(collection)
                .then().spec(problemAt(400, "missing_field", "/externalIds/0/id"));
        given().queryParam("knownBy", "2018-02-30").get(collection)
                .then().spec(problemAt(400, "invalid_parameter", "?knownBy"));
        given().queryParam("knownby", "2018-02-20").get(collection)
                .then().spec(problemAt(400, "unknown_parameter", "?knownby"));
        given().queryParam("limit", "10000").get(collection).then().spec(problemAt(400, "limit_out_of_range", "?limit"));
    }

    private void listedInPages() {
        String one = Given.analyst().body(body).post(collection).jsonPath().getString("id");
        String other = Given.analyst().body(otherBody).post(collection).jsonPath().getString("id");
        List<String> ids = new ArrayList<>();
        String next = null;
        do {
            var request = given().queryParam("limit", 1);
            var page = (next == null ? request : request.queryParam("after", next)).get(collection);
            page.then().statusCode(200).body("page.size", equalTo(1));
            ids.addAll(page.jsonPath().getList("items.id"));
            next = page.jsonPath().getString("page.next");
        } while (next != null && ids.size() < 100);
        assertThat(ids).doesNotHaveDuplicates().contains(one, other);
        var whole = given().queryParam("limit", 200).get(collection);
        whole.then().body("items.id", hasItems(ids.toArray()));
        given().queryParam("limit", 200).header("If-None-Match", whole.header("ETag")).get(collection)
                .then().statusCode(304);
        given().queryParam("after", "bm8").get(collection).then().spec(problemAt(400, "invalid_cursor", "?after"));
        counted();
    }

    private void counted() {
        List<String> all = new ArrayList<>();
        String next = null;
        do {
            var request = given().queryParam("limit", 7);
            var page = (next == null ? request : request.queryParam("after", next)).get(collection);
            page.then().body("count", nullValue());
            all.addAll(page.jsonPath().getList("items.id"));
            next = page.jsonPath().getString("page.next");
        } while (next != null);
        given().queryParam("count", "exact").queryParam("limit", 1).get(collection).then()
                .body("count", equalTo(all.size())).body("items", hasSize(1));
        given().queryParam("count", "about").get(collection).then().spec(problemAt(400, "invalid_parameter", "?count"));

        Response added = Given.analyst().body(body).post(collection);
        String before = Instant.parse(added.jsonPath().getString("updatedAt")).minusNanos(1_000).toString();
        given().queryParam("count", "exact").queryParam("asOf", before).get(collection).then().body("count",
                equalTo(all.size()));
        given().queryParam("count", "exact").get(collection).then().body("count", equalTo(all.size() + 1));
    }
}
