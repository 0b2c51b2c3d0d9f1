package org.harmregistry.incidents.allegation;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.harmregistry.incidents.allegation.AllegationApi.ALLEGATIONS;
import static org.harmregistry.incidents.allegation.AllegationApi.as;
import static org.harmregistry.incidents.allegation.AllegationApi.body;
import static org.harmregistry.incidents.allegation.AllegationApi.create;
import static org.harmregistry.incidents.allegation.AllegationApi.walk;
import static org.harmregistry.kit.testing.Problems.problem;
import static org.harmregistry.kit.testing.Problems.problemAt;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import org.harmregistry.incidents.incident.IncidentApi;
import org.harmregistry.incidents.record.Given;
import org.harmregistry.kit.testing.PostgresResource;
import org.harmregistry.kit.testing.Tokens;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;

/** Recording, listing and correcting allegations. */
@QuarkusTest
@WithTestResource(value = PostgresResource.class, scope = TestResourceScope.GLOBAL)
class AllegationResourceTest {

    private static final String WHOLE = "\"channel\": \"ngo_report\", \"channelDetail\": \"A monitor\", \"reference\": \"CIV-12\","
            + " \"claim\": \"A house was hit\", \"place\": {\"name\": \"Sihah\", \"point\": {\"lat\": 36.3456, \"lon\": 43.1234},"
            + " \"mgrs\": \"38SLF12345678\", \"accuracy\": \"village\"}, \"occurred\": {\"from\": \"2017-06\", \"to\": \"2017-06-28\"},"
            + " \"source\": {\"url\": \"https://example.org/report\"}, \"externalIds\": [{\"system\": \"s\", \"id\": \"1\"}],"
            + " \"notes\": \"Ask again\"";

    @Test
    void keepsWhatIsWrittenAndDerivesTheRest() {
        String party = Given.party("alleged-kept");
        Response created = create(party, "2017-07-01", WHOLE);

        created.then().header("Location", equalTo(ALLEGATIONS + "/" + created.path("id"))).header("ETag", equalTo("\"1.full\""))
                .body("party", equalTo(party)).body("state", equalTo("received")).body("stateOn", equalTo("2017-07-01"))
                .body("openSince", equalTo("2017-07-01")).body("outcome", nullValue()).body("conceded", nullValue())
                .body("publication", equalTo("withheld")).body("place.mgrs", equalTo("38SLF12345678"))
                .body("occurred.from", equalTo("2017-06")).body("notes", equalTo("Ask again")).body("version", equalTo(1));
        Response read = as(Tokens.analyst()).get(created.header("Location"));
        assertThat(read.jsonPath().getMap("")).isEqualTo(created.jsonPath().getMap(""));
        as(Tokens.analyst()).header("If-None-Match", created.header("ETag")).get(created.header("Location"))
                .then().statusCode(304);
        as(Tokens.analyst()).head(created.header("Location")).then().statusCode(200).header("ETag", equalTo("\"1.full\""));
    }

    @Test
    void createsOnceForOneKeyAndUnderAnIdOfTheClient() {
        String party = Given.party("alleged-once");
        String key = UUID.randomUUID().toString();
        Response first = Given.analyst().header("Idempotency-Key", key).body(body(party, "2017-07-01", "")).post(ALLEGATIONS);
        Response again = Given.analyst().header("Idempotency-Key", key).body(body(party, "2017-07-01", "")).post(ALLEGATIONS);
        assertThat(again.asString()).isEqualTo(first.asString());
        Given.analyst().header("Idempotency-Key", key).body(body(party, "2017-07-02", "")).post(ALLEGATIONS)
                .then().spec(problem(422, "idempotency_key_reused"));

        String address = ALLEGATIONS + "/" + UUID.randomUUID();
        Given.analyst().body(body(party, "2017-07-01", "")).put(address).then().spec(problem(428, "precondition_required"));
        Given.analyst().header("If-None-Match", "*").body(body(party, "2017-07-01", "")).put(address).then().statusCode(201);
        Given.analyst().header("If-None-Match", "*").body(body(party, "2017-07-01", "")).put(address)
                .then().spec(problem(412, "already_created")).header("ETag", equalTo("\"1.full\""))
                .header("Location", equalTo(address));
        Given.analyst().header("If-None-Match", "*").body(body(party, "2017-07-02", "")).put(address)
                .then().spec(problem(412, "id_taken"));
    }

    @Test
    void changesByPatchWhatIsNotState() {
        Response created = create(Given.party("alleged-patched"), "2017-07-01", WHOLE.replace("\"1\"}]", "\"2\"}]"));
        String address = created.header("Location");

        Given.analyst().contentType("application/merge-patch+json").body("{\"claim\": \"x\"}").patch(address)
                .then().spec(problem(428, "precondition_required"));
        Response changed = patch(address, "\"1.full\"", "{\"claim\": \"Two houses were hit\", \"place\": {\"mgrs\": null}}");
        changed.then().statusCode(200).header("ETag", equalTo("\"2.full\"")).body("claim", equalTo("Two houses were hit"))
                .body("place.name", equalTo("Sihah")).body("place.mgrs", nullValue());
        patch(address, "\"1.full\"", "{\"claim\": \"x\"}").then().spec(problem(412, "version_stale"))
                .header("ETag", equalTo("\"2.full\""));
        patch(address, "\"2.full\"", "{\"claim\": \"Two houses were hit\"}").then().statusCode(200)
                .body("version", equalTo(2));
        for (String derived : List.of("state", "stateOn", "outcome", "conceded", "duplicateOf", "openSince", "publication")) {
            patch(address, "\"2.full\"", "{\"" + derived + "\": null}")
                    .then().spec(problemAt(400, "read_only_field", "/" + derived));
        }
        patch(address, "\"2.full\"", "{\"receivedOn\": \"2017-07-02\"}")
                .then().spec(problemAt(400, "read_only_field", "/receivedOn"));
        patch(address, "\"2.full\"", "{\"party\": \"other\"}").then().spec(problemAt(400, "read_only_field", "/party"));
        patch(address, "\"2.full\"", "{\"nonsense\": 1}").then().spec(problemAt(400, "unknown_field", "/nonsense"));

        List<String> kinds = as(Tokens.analyst()).get(address + "/revisions").then().statusCode(200)
                .body("items[1].snapshot.claim", equalTo("Two houses were hit"))
                .body("items[0].snapshot.claim", equalTo("A house was hit"))
                .body("items[0].snapshot.transitions.transition.to", contains("received")).extract().path("items.kind");
        assertThat(kinds).containsExactly("created", "changed");
    }

    private static Response patch(String address, String tag, String patch) {
        return Given.patching(Given.analyst(), tag).body(patch).patch(address);
    }

    @Test
    void listsByEveryFilterAndInPages() {
        String party = Given.party("alleged-listed");
        String incident = IncidentApi.create(Tokens.analyst(), IncidentApi.body("")).path("id");
        String first = create(party, "2017-07-01", "\"channel\": \"social_media\", \"reference\": \"A-1\"").path("id");
        String second = create(party, "2017-08-01", "\"incident\": \"" + incident + "\"").path("id");
        String third = create(party, "2017-07-15", "").path("id");
        walk(second, "under_assessment@2017-08-02");

        assertThat(ids("party", party)).containsExactly(first, third, second);
        assertThat(ids("party", party, "from", "2017-07-02", "to", "2017-07-31")).containsExactly(third);
        assertThat(ids("incident", incident)).containsExactly(second);
        assertThat(ids("party", party, "state", "under_assessment")).containsExactly(second);
        assertThat(ids("party", party, "channel", "social_media")).containsExactly(first);
        assertThat(ids("party", party, "reference", "A-1")).containsExactly(first);
        assertThat(ids("party", party, "publication", "public")).isEmpty();
        as(Tokens.analyst()).queryParam("party", party).queryParam("count", "exact").queryParam("limit", 1).get(ALLEGATIONS)
                .then().body("count", equalTo(3)).body("items.size()", equalTo(1));

        List<String> walked = new ArrayList<>();
        String next = null;
        do {
            var request = as(Tokens.analyst()).queryParam("party", party).queryParam("limit", 1);
            Response page = (next == null ? request : request.queryParam("after", next)).get(ALLEGATIONS);
            walked.addAll(page.jsonPath().getList("items.id"));
            next = page.jsonPath().getString("page.next");
        } while (next != null && walked.size() < 10);
        assertThat(walked).containsExactly(first, third, second);
        String tag = as(Tokens.analyst()).queryParam("party", party).get(ALLEGATIONS).header("ETag");
        as(Tokens.analyst()).header("If-None-Match", tag).queryParam("party", party).get(ALLEGATIONS)
                .then().statusCode(304);
    }

    private static List<String> ids(String... parameters) {
        var request = as(Tokens.analyst());
        for (int i = 0; i < parameters.length; i += 2) {
            request.queryParam(parameters[i], parameters[i + 1]);
        }
        return request.get(ALLEGATIONS).then().statusCode(200).extract().path("items.id");
    }

    @Test
    void showsWhatTheRegistryKnewAtAnInstant() {
        String party = Given.party("alleged-past");
        Response created = create(party, "2017-07-01", "\"claim\": \"First\"");
        String address = created.header("Location");
        String then = created.path("updatedAt");
        patch(address, "\"1.full\"", "{\"claim\": \"Second\"}").then().statusCode(200);
        walk(created.path("id"), "under_assessment@2017-07-02");
        create(party, "2017-07-03", "");

        as(Tokens.analyst()).queryParam("asOf", then).get(address).then().statusCode(200).body("claim", equalTo("First"))
                .body("state", equalTo("received")).body("version", equalTo(1)).body("asOf", equalTo(then))
                .header("ETag", startsWith("\"1.full.as-of-"));
        as(Tokens.analyst()).queryParam("asOf", then).queryParam("party", party).queryParam("count", "exact").get(ALLEGATIONS)
                .then().statusCode(200).body("items.claim", contains("First")).body("count", equalTo(1));
        as(Tokens.analyst()).queryParam("asOf", then).get(address + "/transitions").then().statusCode(200)
                .body("items.to", contains("received"));
        as(Tokens.analyst()).queryParam("asOf", "2017-07-01T00:00:00Z").get(address).then().spec(problem(404, "not_found"));
        as(Tokens.analyst()).queryParam("asOf", "yesterday").get(address)
                .then().spec(problemAt(400, "invalid_parameter", "?asOf"));
    }

    @Test
    void refusesInOrderWhatCannotBe() {
        String party = Given.party("alleged-refusing");
        given().contentType("application/json").body("{").post(ALLEGATIONS).then().spec(problem(401, "unauthenticated"));
        for (String token : List.of(Tokens.contributor("org-a"), Tokens.publisher(), Tokens.of("party", party, "p"))) {
            as(token).contentType("application/json").body("{").post(ALLEGATIONS).then().spec(problem(403, "forbidden"));
        }
        String nowhere = ALLEGATIONS + "/" + UUID.randomUUID();
        Given.contributor().contentType("application/merge-patch+json").body("{").patch(nowhere)
                .then().spec(problem(404, "not_found"));
        given().get(nowhere).then().spec(problem(404, "not_found"));
        given().get(ALLEGATIONS + "/no-id").then().spec(problem(404, "not_found"));

        refused("{", 400, "invalid_json", "");
        refused(body(party, "2017-02-30", ""), 400, "invalid_date", "/receivedOn");
        refused(body(party, "1700-01-01", ""), 400, "invalid_date", "/receivedOn");
        refused("{\"party\": \"" + party + "\"}", 400, "missing_field", "/receivedOn");
        refused(body(party, "9.9", ""), 400, "invalid_date", "/receivedOn");
        refused(body(party, "2100-01-01", ""), 422, "date_in_future", "/receivedOn");
        refused(body("nobody-known", "2017-07-01", ""), 422, "party_unknown", "/party");
        refused(with(party, "\"incident\": \"" + UUID.randomUUID() + "\""), 422, "incident_unknown", "/incident");
        refused(with(party, "\"incident\": \"SY-2017\""), 400, "wrong_type", "/incident");
        refused(with(party, "\"state\": \"credible\""), 400, "read_only_field", "/state");
        refused(with(party, "\"nonsense\": 1"), 400, "unknown_field", "/nonsense");
        refused(with(party, "\"channel\": \"pigeon\""), 400, "wrong_type", "/channel");
        refused(with(party, "\"place\": {\"point\": {\"lat\": 91, \"lon\": 0}}"), 400, "invalid_value", "/place/point/lat");
        refused(with(party, "\"place\": {\"mgrs\": \"61SLF1234\"}"), 400, "invalid_value", "/place/mgrs");
        refused(with(party, "\"place\": {\"mgrs\": \"38SLF12345\"}"), 400, "invalid_value", "/place/mgrs");
        refused(with(party, "\"occurred\": {\"from\": \"2017-08\", \"to\": \"2017-07\"}"), 422, "range_inverted", "/occurred");
        refused(with(party, "\"source\": {\"url\": \"javascript:x\"}"), 400, "invalid_value", "/source/url");
        refused(with(party, "\"claim\": \"" + "x".repeat(10_001) + "\""), 422, "text_too_long", "/claim");
        refused(with(party, "\"claim\": \"a\\u0000b\""), 400, "invalid_text", "/claim");
        refused(with(party, "\"claim\": \"a\", \"claim\": \"b\""), 400, "duplicate_key", "/claim");
        refused("[".repeat(1000), 400, "invalid_json", "");
        for (String parameter : List.of("state=closed", "channel=x", "from=2017-02-30", "incident=x", "publication=secret",
                "count=about", "limit=0", "nonsense=1")) {
            String[] parts = parameter.split("=");
            as(Tokens.analyst()).queryParam(parts[0], parts[1]).get(ALLEGATIONS).then().statusCode(400);
        }
        as(Tokens.analyst()).queryParam("from", "2017-07-02").queryParam("to", "2017-07-01").get(ALLEGATIONS)
                .then().spec(problemAt(422, "range_inverted", "?to"));
        as(Tokens.analyst()).queryParam("reference", "%' or 1=1 --").get(ALLEGATIONS).then().statusCode(200)
                .body("items.size()", equalTo(0));
    }

    private static String with(String party, String members) {
        return body(party, "2017-07-01", members);
    }

    private static void refused(String body, int status, String code, String pointer) {
        Response answer = Given.analyst().body(body).post(ALLEGATIONS);
        if (pointer.isEmpty()) {
            answer.then().spec(problem(status, code));
        } else {
            answer.then().spec(problemAt(status, code, pointer));
        }
    }
}
