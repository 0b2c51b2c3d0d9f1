package org.harmregistry.reports;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import org.harmregistry.kit.testing.Problems;
import org.harmregistry.kit.testing.Tokens;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.restassured.response.ValidatableResponse;

/** A run that is called off, lost or hopeless leaves an edition that holds nothing; one that is whole cannot be called off. */
@ServiceTest
class RunEndTest {

    @BeforeEach
    void nothingElseIsDue() {
        RunsScene.nothingElseIsDue("river");
    }

    @AfterEach
    void release() {
        ReportsScene.release();
    }

    @Test
    void isCalledOffWhileItWaits() {
        String id = RunsScene.ordered(ReportsScene.river());
        RunsScene.cancel(Tokens.publisher(), id).statusCode(200).body("state", equalTo("cancelled"))
                .body("reason", equalTo("ordered by mistake")).body("endedAt", notNullValue()).body("beganAt", nullValue());
        ReportsScene.makeDue();
        RunsScene.assertAbandoned(id);
        assertThat(RunsScene.revisions(id, "cancelled")).isOne();
        given().auth().oauth2(Tokens.analyst()).get("/api/v1/editions/" + id).then()
                .body("cause.code", equalTo("run_cancelled")).body("cause.detail", containsString("ordered by mistake"));
    }

    /** Each read is held, the run called off meanwhile, and whoever makes it stops before the read is answered. */
    @ParameterizedTest
    @CsvSource({ "river, /parties, reading_incidents", "river, externalId=, reading_sources", "river, /gap, counting",
            "raqqa, /ledger, examining" })
    void isCalledOffInEachStepThatReads(String world, String read, String step) throws Exception {
        boolean river = world.equals("river");
        String id = RunsScene.ordered(river ? ReportsScene.river() : ReportsScene.casualties("coalition", "2018-06"));
        ReportsScene.neighbours("world=" + world + "&hold=" + read);
        CompletableFuture<Void> making = RunsScene.making();
        RunsScene.untilAsked(read);
        RunsScene.note();
        assertThat(RunsScene.run(id).getString("state")).isEqualTo("running");
        assertThat(RunsScene.run(id).getString("step")).isEqualTo(step);

        RunsScene.cancel(Tokens.publisher(), id).statusCode(200).body("state", equalTo("cancelled"))
                .body("step", equalTo(step));
        RunsScene.ended(making);
        RunsScene.assertAbandoned(id);
        ReportsScene.makeDue();
        RunsScene.assertAbandoned(id);
    }

    @Test
    void isCalledOffWhileFilesAreWritten() throws Exception {
        String id = RunsScene.ordered(ReportsScene.river());
        Held pdf = Held.at("application/pdf");
        CompletableFuture<Void> making = RunsScene.making();
        try {
            pdf.awaitReached();
            RunsScene.cancel(Tokens.publisher(), id).statusCode(200).body("step", equalTo("rendering"));
            RunsScene.ended(making);
        } finally {
            pdf.release();
        }
        RunsScene.assertAbandoned(id);
    }

    /** The edition is locked by the transaction that publishes it: calling it off comes second, and too late. */
    @Test
    void cannotBeCalledOffOnceItIsKept() throws Exception {
        String id = RunsScene.ordered(ReportsScene.river());
        Held publishing = Held.at(Held.PUBLISHING);
        CompletableFuture<Void> making = RunsScene.making();
        CompletableFuture<ValidatableResponse> cancelled;
        try {
            publishing.awaitReached();
            cancelled = CompletableFuture.supplyAsync(() -> RunsScene.cancel(Tokens.publisher(), id),
                    work -> new Thread(work).start());
            RunsScene.until("calling it off waits for the edition",
                    () -> ReportsScene.count("select count(*) from pg_locks where not granted") > 0);
        } finally {
            publishing.release();
        }
        cancelled.get(5, TimeUnit.SECONDS).spec(Problems.problem(409, "run_ended"));
        RunsScene.ended(making);
        assertThat(RunsScene.status(id)).isEqualTo("published");
        assertThat(RunsScene.run(id).getString("state")).isEqualTo("done");
        given().get("/api/v1/editions/" + id + "/verification").then().body("matches", equalTo(true));
        RunsScene.cancel(Tokens.publisher(), id).spec(Problems.problem(409, "run_ended"));
    }

    @Test
    void onlyOneOfTwoIsCalledOff() throws Exception {
        String first = RunsScene.ordered(ReportsScene.river());
        String second = RunsScene.ordered(ReportsScene.river());
        ReportsScene.neighbours("world=river&hold=/gap");
        CompletableFuture<Void> making = RunsScene.making();
        RunsScene.untilAsked("/gap");
        RunsScene.cancel(Tokens.publisher(), first).statusCode(200);
        ReportsScene.release();
        RunsScene.ended(making);
        RunsScene.assertAbandoned(first);
        assertThat(RunsScene.status(second)).isEqualTo("published");
    }

    @Test
    void asksForRoleReasonAndVersionAndRepeatsSafely() {
        String id = RunsScene.ordered(ReportsScene.river());
        String address = RunsScene.address(id) + "/cancellation";
        given().contentType("application/json").body("{\"reason\": \"x\"}").post(address).then()
                .spec(Problems.problem(401, "unauthenticated"));
        RunsScene.cancel(Tokens.contributor("org-a"), id).spec(Problems.problem(404, "not_found"));
        RunsScene.cancel(Tokens.analyst(), id).spec(Problems.problem(403, "forbidden"));
        RunsScene.cancel(Tokens.publisher(), "0197f3c2-0000-7000-8000-00000000dead").spec(Problems.problem(404, "not_found"));
        RunsScene.publisher().body("{}").post(address).then().spec(Problems.problemAt(400, "missing_field", "/reason"));
        RunsScene.publisher().body("{\"reason\": \"x\"}").post(address).then()
                .spec(Problems.problem(428, "precondition_required"));
        RunsScene.publisher().header("If-Match", "\"7.edition\"").body("{\"reason\": \"x\"}").post(address).then()
                .spec(Problems.problem(412, "version_stale"));
        var good = RunsScene.publisher().header("If-Match", "\"1.edition\"").header("Idempotency-Key", id)
                .body("{\"reason\": \"x\"}");
        String answer = good.post(address).then().statusCode(200).extract().asString();
        assertThat(good.post(address).then().statusCode(200).extract().asString()).isEqualTo(answer);
        assertThat(RunsScene.revisions(id, "cancelled")).isOne();
    }

    @Test
    void theNextOneCanBeOrderedAndKeepsNumbersApart() {
        String slug = ReportsScene.slug();
        ReportsScene.define(slug, ReportsScene.river());
        String first = RunsScene.order(RunsScene.publisher(), slug).statusCode(201).extract().path("id");
        RunsScene.order(RunsScene.publisher(), slug).spec(Problems.problem(409, "edition_being_made"));
        RunsScene.cancel(Tokens.publisher(), first).statusCode(200);
        RunsScene.order(RunsScene.publisher(), slug).statusCode(201).body("number", equalTo(2));
        assertThat(ReportsScene.edition(slug).getString("status")).isEqualTo("draft");
        RunsScene.assertAbandoned(first);
        RunsScene.cancel(Tokens.publisher(), ReportsScene.edition(slug).getString("id")).statusCode(200);
    }

    /** The first maker hangs and its lease runs out; another one makes the edition, and the first keeps nothing. */
    @Test
    void isTakenOverFromAMakerThatNoLongerAnswers() throws Exception {
        String id = RunsScene.ordered(ReportsScene.river());
        ReportsScene.neighbours("world=river&hold=/gap");
        CompletableFuture<Void> hanging = RunsScene.making();
        RunsScene.untilAsked("/gap");
        ReportsScene.neighbours("world=river");
        ReportsScene.sql("update edition set claimed_until = now() - interval '1 second' where id = '" + id + "'");
        ReportsScene.makeDue();
        assertThat(RunsScene.status(id)).isEqualTo("published");
        assertThat(RunsScene.run(id).getInt("attempts")).isEqualTo(2);
        assertThat(RunsScene.run(id).getString("state")).isEqualTo("done");

        assertThat(hanging).isNotDone();
        RunsScene.note();
        RunsScene.ended(hanging);
        assertThat(RunsScene.revisions(id, "published")).isOne();
        given().get("/api/v1/editions/" + id + "/verification").then().body("matches", equalTo(true));
    }

    @Test
    void whatKillsItsMakerEachTimeIsGivenUp() {
        String id = RunsScene.ordered(ReportsScene.river());
        ReportsScene
                .sql("update edition_run set attempts = 10, state = 'running', held_by = gen_random_uuid() where edition_id = '"
                        + id + "'");
        ReportsScene.makeDue();
        given().auth().oauth2(Tokens.publisher()).get(RunsScene.address(id)).then().body("state", equalTo("failed"))
                .body("problem.code", equalTo("run_lost")).body("problem.status", equalTo(503))
                .body("problem.type", equalTo("/problems/run_lost"));
        RunsScene.assertAbandoned(id);
        assertThat(RunsScene.revisions(id, "abandoned")).isOne();
    }

    @Test
    void waitsForServicesThatAreAwayAndFailsWholeInTheEnd() {
        String id = RunsScene.ordered(ReportsScene.river());
        ReportsScene.neighbours("world=river&awayAfter=6");
        ReportsScene.makeDue();
        given().auth().oauth2(Tokens.publisher()).get(RunsScene.address(id)).then().body("state", equalTo("waiting"))
                .header("Retry-After", "2").body("problem.code", equalTo("neighbour_unavailable"))
                .body("problem.status", equalTo(503)).body("nextAttemptAt", notNullValue()).body("attempts", equalTo(1));
        assertThat(RunsScene.status(id)).isEqualTo("draft");

        ReportsScene.sql("update edition_run set attempts = 9 where edition_id = '" + id + "'");
        ReportsScene.sql("update edition set next_attempt_at = now() where id = '" + id + "'");
        ReportsScene.makeDue();
        given().auth().oauth2(Tokens.publisher()).get(RunsScene.address(id)).then().body("state", equalTo("failed"))
                .body("problem.code", equalTo("neighbour_unavailable")).body("problem.detail", containsString("-service"))
                .body("endedAt", notNullValue()).body("nextAttemptAt", nullValue());
        RunsScene.assertAbandoned(id);
        recovered();
    }

    @Test
    void waitsForRoomInTheArchiveAndSaysSo() {
        String id = RunsScene.ordered(ReportsScene.river());
        HeldArchive.isFull = true;
        try {
            ReportsScene.makeDue();
        } finally {
            HeldArchive.isFull = false;
        }
        given().auth().oauth2(Tokens.publisher()).get(RunsScene.address(id)).then().body("state", equalTo("waiting"))
                .body("problem.code", equalTo("archive_full")).body("problem.status", equalTo(507));
        given().auth().oauth2(Tokens.publisher()).get("/api/v1/editions/" + id).then().body("status", equalTo("draft"))
                .body("cause.code", equalTo("archive_full"));
        ReportsScene.sql("update edition set next_attempt_at = now() where id = '" + id + "'");
        ReportsScene.makeDue();
        assertThat(RunsScene.status(id)).isEqualTo("published");
    }

    /** The circuit breaker lets calls through again only after its delay. */
    private static void recovered() {
        ReportsScene.neighbours("world=river");
        String id = RunsScene.ordered(ReportsScene.river());
        RunsScene.until("the services are reached again", () -> {
            ReportsScene.sql("update edition set next_attempt_at = now() where id = '" + id + "'");
            ReportsScene.makeDue();
            return RunsScene.status(id).equals("published");
        });
    }
}
