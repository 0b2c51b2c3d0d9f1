package org.harmregistry.incidents.allegation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.harmregistry.incidents.allegation.AllegationApi.ALLEGATIONS;
import static org.harmregistry.incidents.allegation.AllegationApi.act;
import static org.harmregistry.incidents.allegation.AllegationApi.as;
import static org.harmregistry.incidents.allegation.AllegationApi.create;
import static org.harmregistry.incidents.allegation.AllegationApi.step;
import static org.harmregistry.incidents.allegation.AllegationApi.tag;
import static org.harmregistry.incidents.allegation.AllegationApi.walk;
import static org.harmregistry.kit.testing.Problems.problem;
import static org.harmregistry.kit.testing.Problems.problemAt;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

import org.harmregistry.incidents.record.Given;
import org.harmregistry.kit.testing.PostgresResource;
import org.harmregistry.kit.testing.Tokens;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;

/** The path that an allegation takes with the party. */
@QuarkusTest
@WithTestResource(value = PostgresResource.class, scope = TestResourceScope.GLOBAL)
class TransitionTest {

    private static final String CONCEDED = "\"conceded\": {\"killed\": {\"civilians\": {\"min\": 2, \"max\": 3}},"
            + " \"injured\": {\"words\": \"several\"}}";

    private static String open(String party) {
        return create(Given.party(party), "2017-07-01", "").path("id");
    }

    private static Response read(String id, String... path) {
        return as(Tokens.analyst()).get(ALLEGATIONS + "/" + id + String.join("", path));
    }

    @Test
    void takesTheWholePathAndDerivesFromIt() {
        String id = open("path-whole");
        walk(id, "under_assessment@2017-07-10");
        act(id, "transitions", step("credible", "2017-08-01", CONCEDED + ", \"reasonCodes\": [\"target_misidentified\"],"
                + " \"methods\": [\"strike_video\", \"ngo_information\"], \"standardOfProof\": \"more_likely_than_not\","
                + " \"partyPlace\": {\"mgrs\": \"38SLF1234\", \"accuracy\": \"within_100m_via_coalition\"},"
                + " \"source\": {\"url\": \"https://example.org/report\"}, \"note\": \"n\"")).then().statusCode(201)
                .body("state", equalTo("credible")).body("outcome", equalTo("credible")).body("stateOn", equalTo("2017-08-01"))
                .body("openSince", nullValue()).body("conceded.killed.civilians.max", equalTo(3))
                .body("conceded.injured.words", equalTo("several")).body("version", equalTo(3));
        act(id, "transitions", step("reopened", "2018-01-05", "")).then().statusCode(201).body("state", equalTo("reopened"))
                .body("openSince", equalTo("2018-01-05")).body("conceded", nullValue()).body("outcome", nullValue());
        walk(id, "insufficient_information@2018-02-01", "reopened@2018-03-01", "under_assessment@2018-03-01",
                "non_credible@2018-03-01");

        read(id).then().body("state", equalTo("non_credible")).body("version", equalTo(8));
        read(id, "/transitions").then().statusCode(200).header("ETag", equalTo("\"8.full\""))
                .body("items.to", contains("received", "under_assessment", "credible", "reopened", "insufficient_information",
                        "reopened", "under_assessment", "non_credible"))
                .body("items.number", contains(1, 2, 3, 4, 5, 6, 7, 8)).body("superseded.size()", equalTo(0))
                .body("items[2].methods", contains("strike_video", "ngo_information"))
                .body("items[2].recordedBy", equalTo("analyst-1"));
    }

    @Test
    void refusesEveryStepThatTheStateDoesNotLeadTo() {
        String id = open("path-illegal");
        for (String to : List.of("received", "credible", "non_credible", "duplicate", "insufficient_information", "reopened")) {
            String more = to.equals("duplicate") ? "\"duplicateOf\": \"" + UUID.randomUUID() + "\"" : "";
            act(id, "transitions", step(to, "2017-07-02", more))
                    .then().spec(problemAt(409, "transition_not_allowed", "/to"));
        }
        walk(id, "under_assessment@2017-07-10");
        for (String to : List.of("received", "under_assessment", "reopened")) {
            act(id, "transitions", step(to, "2017-07-11", "")).then().spec(problemAt(409, "transition_not_allowed", "/to"));
        }
        walk(id, "non_credible@2017-07-20");
        for (String to : List.of("received", "under_assessment", "credible", "non_credible")) {
            act(id, "transitions", step(to, "2017-07-21", "")).then().spec(problemAt(409, "transition_not_allowed", "/to"));
        }
        act(id, "transitions", step("reopened", "2017-07-15", "")).then().spec(problemAt(409, "transition_not_allowed", "/on"));
        act(id, "transitions", step("reopened", "2017-06-01", "")).then().spec(problemAt(409, "transition_not_allowed", "/on"));
        read(id).then().body("version", equalTo(3));
    }

    @Test
    void takesLateEntriesWhereverTheirDatesPutThem() {
        String id = open("path-late");
        walk(id, "under_assessment@2017-07-10", "credible@2018-05-01");

        act(id, "transitions", step("insufficient_information", "2017-09-01", ""))
                .then().spec(problemAt(409, "transition_not_allowed", "/on"));
        act(id, "transitions/several", "{\"transitions\": [" + step("reopened", "2017-10-01", "") + ", "
                + step("insufficient_information", "2017-09-01", "") + "]}").then().statusCode(201)
                .body("state", equalTo("credible")).body("stateOn", equalTo("2018-05-01"));
        read(id, "/transitions").then().body("items.number", contains(1, 2, 5, 4, 3))
                .body("items.on", contains("2017-07-01", "2017-07-10", "2017-09-01", "2017-10-01", "2018-05-01"));
        act(id, "transitions/several", "{\"transitions\": [" + step("reopened", "2019-10-01", "") + ", "
                + step("reopened", "2019-11-01", "") + "]}")
                .then().spec(problemAt(409, "transition_not_allowed", "/transitions/1/to"));
        act(id, "transitions/several", "{\"transitions\": []}").then().spec(problemAt(400, "missing_field", "/transitions"));
    }

    @Test
    void correctsByAnActOfItsOwnAndKeepsWhatWas() {
        String id = open("path-corrected");
        walk(id, "under_assessment@2017-07-10", "non_credible@2017-08-01");
        String before = read(id).path("updatedAt");

        act(id, "transitions/3/correction", "{\"reason\": \"misread\", \"transition\": "
                + step("credible", "2017-09-02", CONCEDED) + "}").then().statusCode(201).body("state", equalTo("credible"))
                .body("stateOn", equalTo("2017-09-02"));
        act(id, "transitions/1/correction", "{\"reason\": \"earlier letter\", \"transition\": "
                + step("received", "2017-06-20", "") + "}").then().statusCode(201).body("receivedOn", equalTo("2017-06-20"));
        read(id, "/transitions").then().body("items.number", contains(5, 2, 4)).body("items.corrects", contains(1, null, 3))
                .body("superseded.number", contains(1, 3)).body("superseded[1].to", equalTo("non_credible"))
                .body("items[2].reason", equalTo("misread"));
        as(Tokens.analyst()).queryParam("asOf", before).get(ALLEGATIONS + "/" + id).then()
                .body("state", equalTo("non_credible"))
                .body("receivedOn", equalTo("2017-07-01"));

        act(id, "transitions/3/correction",
                "{\"reason\": \"again\", \"transition\": " + step("credible", "2017-09-03", "") + "}")
                .then().spec(problem(409, "transition_superseded"));
        act(id, "transitions/9/correction",
                "{\"reason\": \"again\", \"transition\": " + step("credible", "2017-09-03", "") + "}")
                .then().spec(problem(404, "not_found"));
        act(id, "transitions/4/correction", "{\"transition\": " + step("credible", "2017-09-03", "") + "}")
                .then().spec(problemAt(400, "missing_field", "/reason"));
        act(id, "transitions/4/correction", "{\"reason\": \"x\", \"transition\": " + step("credible", "2017-05-01", "") + "}")
                .then().spec(problemAt(409, "transition_not_allowed", "/transition/on"));
        List<String> reasons = read(id, "/revisions").path("items.reason");
        assertThat(reasons).containsExactly(null, null, null, "misread", "earlier letter");
    }

    @Test
    void takesBackWhatShouldNeverHaveBeenRecorded() {
        String id = open("path-withdrawn");
        walk(id, "under_assessment@2017-07-10");

        act(id, "transitions/1/withdrawal", "{\"reason\": \"x\"}").then().spec(problem(409, "transition_not_allowed"));
        act(id, "transitions/2/withdrawal", "{\"reason\": \"another case\"}").then().statusCode(201)
                .body("state", equalTo("received"));
        act(id, "transitions/1/withdrawal", "{\"reason\": \"never received\"}").then().statusCode(201)
                .body("state", equalTo("withdrawn")).body("stateOn", nullValue()).body("openSince", nullValue());
        read(id, "/transitions").then().body("items.size()", equalTo(0)).body("superseded.number", contains(1, 2, 3, 4));
        act(id, "transitions", step("received", "2017-07-05", "")).then().statusCode(201).body("state", equalTo("received"))
                .body("receivedOn", equalTo("2017-07-05"));
    }

    @Test
    void letsAllegationsRepeatOthersButNeverInACircle() {
        String party = Given.party("path-duplicates");
        String[] ids = IntStream.range(0, 3).mapToObj(i -> create(party, "2017-07-0" + (i + 1), "").<String> path("id"))
                .toArray(String[]::new);
        String foreign = create(Given.party("path-duplicates-other"), "2017-07-01", "").path("id");
        for (String id : ids) {
            walk(id, "under_assessment@2017-07-10");
        }
        duplicate(ids[0], ids[0]).then().spec(problemAt(409, "duplicates_in_circle", "/duplicateOf"));
        duplicate(ids[0], foreign).then().spec(problemAt(422, "duplicate_of_other_party", "/duplicateOf"));
        duplicate(ids[0], UUID.randomUUID().toString()).then().spec(problemAt(422, "allegation_unknown", "/duplicateOf"));
        act(ids[0], "transitions", step("duplicate", "2017-08-01", ""))
                .then().spec(problemAt(422, "duplicate_of_missing", "/duplicateOf"));
        act(ids[0], "transitions", step("non_credible", "2017-08-01", "\"duplicateOf\": \"" + ids[1] + "\""))
                .then().spec(problemAt(422, "duplicate_of_not_taken", "/duplicateOf"));

        duplicate(ids[0], ids[1]).then().statusCode(201).body("duplicateOf", equalTo(ids[1]));
        duplicate(ids[1], ids[2]).then().statusCode(201);
        duplicate(ids[2], ids[0]).then().spec(problemAt(409, "duplicates_in_circle", "/duplicateOf"));
        walk(ids[0], "reopened@2017-09-01");
        duplicate(ids[2], ids[0]).then().statusCode(201);
        // Taken back, the reopening would make the first a duplicate again, and close the circle.
        act(ids[0], "transitions/4/withdrawal", "{\"reason\": \"x\"}").then().spec(problem(409, "duplicates_in_circle"));
    }

    private static Response duplicate(String id, String of) {
        return act(id, "transitions", step("duplicate", "2017-08-01", "\"duplicateOf\": \"" + of + "\""));
    }

    @Test
    void letsNoCircleCloseBetweenTwoThatWriteAtOnce() throws Exception {
        String party = Given.party("path-circle");
        for (int round = 0; round < 5; round++) {
            String one = create(party, "2017-07-01", "").path("id");
            String other = create(party, "2017-07-01", "").path("id");
            walk(one, "under_assessment@2017-07-10");
            walk(other, "under_assessment@2017-07-10");
            var first = CompletableFuture.supplyAsync(() -> duplicate(one, other).statusCode());
            var second = CompletableFuture.supplyAsync(() -> duplicate(other, one).statusCode());
            assertThat(List.of(first.get(), second.get())).containsExactlyInAnyOrder(201, 409);
        }
    }

    @Test
    void letsOneOfFiftyWritersWithOneTagWin() {
        String id = open("path-parallel");
        String tag = tag(Tokens.analyst(), id);
        ExecutorService many = Executors.newFixedThreadPool(50);
        try {
            List<Integer> statuses = IntStream.range(0, 50)
                    .mapToObj(i -> CompletableFuture.supplyAsync(() -> Given.analyst().header("If-Match", tag)
                            .body(step("under_assessment", "2017-07-10", "")).post(ALLEGATIONS + "/" + id + "/transitions")
                            .statusCode(), many))
                    .toList().stream().map(CompletableFuture::join).toList();
            assertThat(statuses).filteredOn(status -> status == 201).hasSize(1);
            assertThat(statuses).filteredOn(status -> status == 412 || status == 503).hasSize(49);
            read(id).then().body("version", equalTo(2));
        } finally {
            many.shutdownNow();
        }
    }

    @Test
    void refusesBadInputWithItsPlace() {
        String id = open("path-bad");
        String transitions = ALLEGATIONS + "/" + id + "/transitions";
        Given.analyst().body(step("under_assessment", "2017-07-10", "")).post(transitions)
                .then().spec(problem(428, "precondition_required"));
        Given.analyst().header("If-Match", "\"9.full\"").body(step("under_assessment", "2017-07-10", "")).post(transitions)
                .then().spec(problem(412, "version_stale")).header("ETag", equalTo("\"1.full\""));
        as(Tokens.publisher()).contentType("application/json").header("If-Match", "\"1.full\"").body("{").post(transitions)
                .then().spec(problem(403, "forbidden"));
        Given.contributor().header("If-Match", "\"1.full\"").body("{").post(transitions)
                .then().spec(problem(404, "not_found"));
        walk(id, "under_assessment@2017-07-10");

        refused(id, step("credible", "2017-02-30", ""), 400, "invalid_date", "/on");
        refused(id, step("believable", "2017-08-01", ""), 400, "wrong_type", "/to");
        refused(id, step("withdrawn", "2017-08-01", ""), 409, "transition_not_allowed", "/to");
        refused(id, "{\"to\": \"credible\"}", 400, "missing_field", "/on");
        refused(id, step("credible", "2100-01-01", ""), 422, "date_in_future", "/on");
        refused(id, step("credible", "2017-08-01", "\"publishedOn\": \"2017-07-31\""), 422, "range_inverted", "/publishedOn");
        refused(id, conceding("{\"killed\": {\"civilians\": {\"min\": 3, \"max\": 2}}}"), 422, "range_inverted",
                "/conceded/killed/civilians/max");
        refused(id, conceding("{\"killed\": {\"civilians\": {\"min\": -1}}}"), 400, "invalid_value",
                "/conceded/killed/civilians/min");
        refused(id, conceding("{\"killed\": {\"civilians\": {\"min\": 7.9}}}"), 400, "wrong_type",
                "/conceded/killed/civilians/min");
        refused(id, conceding("{\"killed\": {\"civilians\": {\"min\": 7}, \"words\": \"some\"}}"), 422, "number_or_words",
                "/conceded/killed/words");
        refused(id, conceding("{\"killed\": {}}"), 400, "missing_field", "/conceded/killed/civilians");
        refused(id, step("non_credible", "2017-08-01", "\"conceded\": {}"), 422, "conceded_not_taken", "/conceded");
        refused(id, step("non_credible", "2017-08-01", "\"reasonCodes\": [\"weapon_malfunction\"]"), 422,
                "reason_code_not_taken", "/reasonCodes/0");
        refused(id, step("non_credible", "2017-08-01", "\"reasonCodes\": [\"no_strike_in_area_that_day\","
                + " \"no_strike_in_area_that_day\"]"), 400, "invalid_value", "/reasonCodes/1");
        refused(id, step("credible", "2017-08-01", "\"methods\": [\"guess\"]"), 400, "wrong_type", "/methods/0");
        refused(id, step("credible", "2017-08-01", "\"note\": \"\\ud800\""), 400, "invalid_text", "/note");
        act(id, "transitions/x/correction", "{}").then().spec(problem(404, "not_found"));
        read(id).then().body("version", equalTo(2));
    }

    private static String conceding(String conceded) {
        return step("credible", "2017-08-01", "\"conceded\": " + conceded);
    }

    private static void refused(String id, String body, int status, String code, String pointer) {
        act(id, "transitions", body).then().spec(problemAt(status, code, pointer));
    }
}
