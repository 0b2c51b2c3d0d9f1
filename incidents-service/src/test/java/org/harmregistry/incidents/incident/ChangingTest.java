package org.harmregistry.incidents.incident;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.harmregistry.incidents.incident.IncidentApi.INCIDENTS;
import static org.harmregistry.incidents.incident.IncidentApi.MERGE_PATCH;
import static org.harmregistry.incidents.incident.IncidentApi.as;
import static org.harmregistry.incidents.incident.IncidentApi.body;
import static org.harmregistry.incidents.incident.IncidentApi.create;
import static org.harmregistry.incidents.incident.IncidentApi.patch;
import static org.harmregistry.incidents.incident.IncidentApi.publicIncident;
import static org.harmregistry.incidents.incident.IncidentApi.unique;
import static org.harmregistry.kit.testing.Problems.problem;
import static org.harmregistry.kit.testing.Problems.problemAt;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

import org.harmregistry.kit.testing.PostgresResource;
import org.harmregistry.kit.testing.Tokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
@WithTestResource(value = PostgresResource.class, scope = TestResourceScope.GLOBAL)
class ChangingTest {

    private static final String TOKEN = Tokens.contributor("changing");
    private static final String HARM = "\"summary\":\"old\",\"parties\":[{\"party\":\"militia-t\",\"role\":\"known\"}],"
            + "\"harm\":{\"killed\":{\"civilians\":{\"min\":9,\"max\":14},\"children\":{\"min\":2}}}";

    private static String draft(String members) {
        return create(TOKEN, body(members)).then().statusCode(201).extract().path("id");
    }

    @Test
    void mergesObjectsReplacesArraysAndClearsWithNull() {
        String id = draft(HARM);

        patch(TOKEN, id, "\"1.own\"", """
                {"summary":null,"harm":{"killed":{"civilians":{"max":null}}},
                 "parties":[{"party":"alliance-t","role":"suspected"}]}""").then().statusCode(200)
                .header("ETag", "\"2.own\"")
                .body("version", equalTo(2))
                .body("summary", nullValue())
                .body("harm.killed.civilians.min", equalTo(9))
                .body("harm.killed.civilians.max", nullValue())
                .body("harm.killed.children.min", equalTo(2))
                .body("parties.party", contains("alliance-t"));
        as(TOKEN).queryParam("party", "alliance-t").queryParam("status", "draft").get(INCIDENTS).then()
                .body("items.id", contains(id));
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '\0', value = {
            "{\"status\":\"accepted\"};400;read_only_field;/status",
            "{\"publication\":\"public\"};400;read_only_field;/publication",
            "{\"id\":\"x\"};400;read_only_field;/id",
            "{\"organisation\":\"x\"};400;read_only_field;/organisation",
            "{\"dataQuality\":[]};400;read_only_field;/dataQuality",
            "{\"harm\":{\"grading\":\"fair\"}};400;read_only_field;/harm/grading",
            "{\"nonsense\":1};400;unknown_field;/nonsense",
            "{\"title\":null};400;missing_field;/title",
            "{\"harm\":{\"killed\":{\"civilians\":{\"max\":8}}}};422;range_inverted;/harm/killed/civilians/max",
            "{\"harm\":{\"killed\":{\"civilians\":{\"min\":7.9}}}};400;wrong_type;/harm/killed/civilians/min",
            "{\"summary\":\"a\",\"summary\":\"b\"};400;duplicate_key;/summary",
            "{\"summary\":\"\\udc00\"};400;invalid_text;/summary",
            "{\"parties\":[{\"party\":\"nobody-knows\",\"role\":\"known\"}]};422;party_unknown;/parties/0/party",
            "[];400;wrong_type;" })
    void refusesAPatchThatMayNotBe(String change, int status, String code, String pointer) {
        String id = draft(HARM);

        patch(TOKEN, id, "\"1.own\"", change).then().spec(problemAt(status, code, pointer == null ? "" : pointer));
        as(TOKEN).get(INCIDENTS + "/" + id).then().body("version", equalTo(1)).body("summary", equalTo("old"));
    }

    @Test
    void asksForTheVersionThatIsChanged() {
        String id = draft("");

        as(TOKEN).contentType(MERGE_PATCH).body("{\"summary\":\"x\"}").patch(INCIDENTS + "/" + id).then()
                .spec(problemAt(428, "precondition_required", "#If-Match")).header("ETag", "\"1.own\"");
        patch(TOKEN, id, "\"1.own\"", "{\"summary\":\"x\"}").then().statusCode(200);
        patch(TOKEN, id, "\"1.own\"", "{\"summary\":\"y\"}").then()
                .spec(problemAt(412, "version_stale", "#If-Match")).header("ETag", "\"2.own\"");
        patch(Tokens.analyst(), id, "\"2.own\"", "{\"summary\":\"y\"}").then().spec(problem(412, "version_stale"))
                .header("ETag", "\"2.full\"");
    }

    @Test
    void makesNoVersionOfAPatchThatChangesNothing() {
        String id = draft("\"summary\":\"same\"");

        patch(TOKEN, id, "\"1.own\"", "{\"summary\":\"same\"}").then().statusCode(200).header("ETag", "\"1.own\"");
    }

    @Test
    void decidesInTheAgreedOrder() {
        String id = draft("");
        String shown = publicIncident("changing", body(""));
        String nonsense = "{\"nonsense\":1}";

        given().contentType(MERGE_PATCH).body(nonsense).patch(INCIDENTS + "/" + id).then()
                .spec(problem(401, "unauthenticated"));
        patch(Tokens.contributor("others"), id, "\"9.own\"", nonsense).then().spec(problem(404, "not_found"));
        patch(Tokens.contributor("others"), shown, "\"9.own\"", nonsense).then().spec(problem(403, "forbidden"));
        patch(Tokens.publisher(), shown, "\"9.own\"", nonsense).then().spec(problem(403, "forbidden"));
        patch(TOKEN, shown, "\"9.own\"", nonsense).then().spec(problem(400, "unknown_field"));
        patch(TOKEN, shown, "\"9.own\"", "{\"summary\":\"x\"}").then().spec(problem(412, "version_stale"));
        patch(TOKEN, shown, "\"4.own\"", "{\"summary\":\"x\"}").then().spec(problem(409, "already_accepted"));
        patch(Tokens.analyst(), shown, "\"4.full\"", "{\"summary\":\"x\"}").then().statusCode(200);
        as(TOKEN).contentType("application/json").body("{}").patch(INCIDENTS + "/" + id).then()
                .spec(problem(415, "unsupported_media_type"));
    }

    @Test
    void asksForThePreconditionBeforeItLooksAtRules() {
        String id = draft("");
        String inverted = "\"harm\":{\"killed\":{\"civilians\":{\"min\":9,\"max\":8}}}";

        as(TOKEN).contentType(MERGE_PATCH).body("{" + inverted + "}").patch(INCIDENTS + "/" + id).then()
                .spec(problem(428, "precondition_required"));
        patch(TOKEN, id, "\"9.own\"", "{" + inverted + "}").then().spec(problem(412, "version_stale"));
        patch(TOKEN, id, "\"1.own\"", "{" + inverted + "}").then().spec(problem(422, "range_inverted"));
        as(TOKEN).contentType(MERGE_PATCH).body("{\"nonsense\":1}").patch(INCIDENTS + "/" + id).then()
                .spec(problem(400, "unknown_field"));
        as(TOKEN).contentType("application/json").body(body(inverted)).put(INCIDENTS + "/" + UUID.randomUUID()).then()
                .spec(problem(428, "precondition_required"));
        as(TOKEN).contentType("application/json").body("{\"reason\":\"" + "x".repeat(2_001) + "\"}")
                .post(INCIDENTS + "/" + id + "/submission").then().spec(problem(428, "precondition_required"));
    }

    @Test
    void countsForEverybodyOnlyWhatEverybodyCanSee() {
        String id = publicIncident("changing", body("\"place\":{\"point\":{\"lat\":35.9512,\"lon\":39.0148}}"));

        patch(Tokens.analyst(), id, "\"4.full\"", "{\"place\":{\"point\":{\"lat\":35.9599}}}").then().statusCode(200)
                .header("ETag", "\"5.full\"");
        given().get(INCIDENTS + "/" + id).then().header("ETag", "\"1.public\"").body("version", equalTo(1));
        patch(Tokens.analyst(), id, "\"5.full\"", "{\"place\":{\"point\":{\"lat\":35.9601}}}").then().statusCode(200);
        given().get(INCIDENTS + "/" + id).then().header("ETag", "\"2.public\"").body("place.point.lat", equalTo(35.965f));
    }

    @Test
    void givesACorrectedRecordACodeOfItsSeriesAndKeepsTheOldOne() {
        String id = create(TOKEN, "{\"title\":\"x\",\"occurred\":{\"from\":\"1985-01-01\"}}").path("id");
        String old = as(TOKEN).get(INCIDENTS + "/" + id).path("code");

        patch(TOKEN, id, "\"1.own\"",
                "{\"place\":{\"country\":\"LB\"},\"occurred\":{\"from\":\"1984-12-31\",\"to\":\"1984-12-31\"}}")
                .then().statusCode(200).body("code", equalTo("LB-1984-00001")).body("formerCodes", contains(old));
        assertThat(old).startsWith("XX-1985-");
        as(TOKEN).get(INCIDENTS + "/" + old).then().statusCode(200).body("id", equalTo(id));
        as(TOKEN).get(INCIDENTS + "/LB-1984-00001").then().statusCode(200).body("id", equalTo(id));
    }

    @Test
    void letsOneOfManyWinWhoChangeTheSameVersion() throws Exception {
        String id = draft("");
        ExecutorService many = Executors.newFixedThreadPool(50);
        try {
            List<CompletableFuture<Integer>> answers = IntStream.range(0, 50).mapToObj(i -> CompletableFuture.supplyAsync(
                    () -> patch(TOKEN, id, "\"1.own\"", "{\"summary\":\"by " + i + "\"}").statusCode(), many)).toList();
            List<Integer> statuses = answers.stream().map(CompletableFuture::join).toList();

            assertThat(statuses).filteredOn(status -> status == 200).hasSize(1);
            assertThat(statuses).filteredOn(status -> status == 412).hasSize(49);
            as(Tokens.analyst()).get(INCIDENTS + "/" + id + "/revisions").then().body("items", hasSize(2));
        } finally {
            many.shutdownNow();
        }
    }

    @Test
    void refusesAnExternalIdThatAnotherRecordHas() {
        String system = unique("changing");
        draft("\"externalIds\":[{\"system\":\"" + system + "\",\"id\":\"1\"}]");
        String id = draft("");

        create(TOKEN, body("\"externalIds\":[{\"system\":\"" + system + "\",\"id\":\"1\"}]")).then()
                .spec(problem(409, "external_id_taken"));
        patch(TOKEN, id, "\"1.own\"", "{\"externalIds\":[{\"system\":\"" + system + "\",\"id\":\"1\"}]}").then()
                .spec(problem(409, "external_id_taken"));
        create(Tokens.contributor("changing-b"), body("\"externalIds\":[{\"system\":\"" + system + "\",\"id\":\"1\"}]")).then()
                .statusCode(201);
    }
}
