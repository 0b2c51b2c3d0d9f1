package org.harmregistry.reports;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import org.harmregistry.kit.testing.Problems;
import org.harmregistry.kit.testing.Tokens;
import org.harmregistry.reports.edition.domain.EditionOpening;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.vertx.VertxContextSupport;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;

/** An edition is ordered without waiting for it, and its run tells how it goes until it ends. */
@ServiceTest
class RunTest {

    @Inject
    EditionOpening opening;

    @BeforeEach
    void nothingElseIsDue() {
        RunsScene.nothingElseIsDue("river");
    }

    @AfterEach
    void release() {
        ReportsScene.release();
    }

    @Test
    void answersAtOnceAndTellsTheEnd() {
        String slug = ReportsScene.slug();
        ReportsScene.define(slug, ReportsScene.river());
        var accepted = RunsScene.order(RunsScene.publisher().header("Prefer", "respond-async"), slug).statusCode(202)
                .header("Preference-Applied", "respond-async").header("Retry-After", "2").header("ETag", "\"1.run\"")
                .body("state", equalTo("waiting")).body("step", nullValue()).body("orderedBy", equalTo("publisher-1"))
                .body("orderedAt", notNullValue()).body("beganAt", nullValue());
        String id = accepted.extract().path("edition.id");
        accepted.header("Location", RunsScene.address(id));
        var waiting = given().auth().oauth2(Tokens.analyst()).get(RunsScene.address(id)).then().statusCode(200)
                .header("Retry-After", "2").body("state", equalTo("waiting")).extract();
        given().auth().oauth2(Tokens.analyst()).header("If-None-Match", waiting.header("ETag")).get(RunsScene.address(id))
                .then().statusCode(304);
        given().auth().oauth2(Tokens.analyst()).get("/api/v1/editions/" + id).then().body("status", equalTo("draft"))
                .body("run", equalTo(RunsScene.address(id)));

        ReportsScene.makeDue();
        given().auth().oauth2(Tokens.analyst()).header("If-None-Match", waiting.header("ETag")).get(RunsScene.address(id))
                .then().statusCode(200).header("Retry-After", nullValue()).body("state", equalTo("done"))
                .body("step", equalTo("keeping")).body("attempts", equalTo(1)).body("endedAt", notNullValue())
                .body("problem", nullValue()).body("edition.href", equalTo("/api/v1/editions/" + id));
        assertThat(RunsScene.status(id)).isEqualTo("published");
        given().auth().oauth2(Tokens.analyst()).get("/api/v1/editions/" + id).then().body("run", nullValue());
        given().get("/api/v1/editions/" + id).then().statusCode(200);
        given().get(RunsScene.address(id)).then().spec(Problems.problem(404, "not_found"));
    }

    @Test
    void whatIsDueByItselfHasARunThatNobodyOrdered() throws Throwable {
        String slug = ReportsScene.slug();
        ReportsScene.define(slug, ReportsScene.river());
        VertxContextSupport.subscribeAndAwait(opening::openDue);
        String id = ReportsScene.edition(slug).getString("id");
        JsonPath run = RunsScene.run(id);
        assertThat(run.getString("state")).isEqualTo("waiting");
        assertThat(run.getString("orderedBy")).isNull();
        RunsScene.cancel(Tokens.publisher(), id).statusCode(200);
    }

    @Test
    void givesTheFirstAnswerAgain() {
        String slug = ReportsScene.slug();
        ReportsScene.define(slug, ReportsScene.river());
        var request = RunsScene.publisher().header("Prefer", "respond-async").header("Idempotency-Key", slug);
        String first = RunsScene.order(request, slug).statusCode(202).extract().asString();
        RunsScene.cancel(Tokens.publisher(), JsonPath.from(first).getString("edition.id")).statusCode(200);
        var again = RunsScene.order(request, slug).statusCode(202).header("Retry-After", "2").extract();
        assertThat(again.asString()).isEqualTo(first);
        assertThat(ReportsScene.count("select count(*) from edition where report = '" + slug + "'")).isOne();
        request.body("{\"period\": \"2020-01\"}").post("/api/v1/reports/" + slug + "/editions").then()
                .spec(Problems.problem(422, "idempotency_key_reused"));
    }

    @Test
    void isThereForThoseWhoReadDraftsAlone() {
        String slug = ReportsScene.slug();
        ReportsScene.define(slug, ReportsScene.river());
        RunsScene.order(given().auth().oauth2(Tokens.analyst()).contentType("application/json")
                .header("Prefer", "respond-async"), slug).spec(Problems.problem(403, "forbidden"));
        String id = RunsScene.ordered(ReportsScene.river());
        String address = RunsScene.address(id);
        for (String accept : List.of("application/json", "text/event-stream")) {
            given().accept(accept).get(address).then().spec(Problems.problem(404, "not_found"));
            given().accept(accept).auth().oauth2(Tokens.contributor("org-a")).get(address).then()
                    .spec(Problems.problem(404, "not_found"));
            for (String nothing : List.of(UUID.randomUUID().toString(), "no-id")) {
                given().accept(accept).auth().oauth2(Tokens.publisher()).get(RunsScene.address(nothing)).then()
                        .spec(Problems.problem(404, "not_found"));
            }
        }
        RunsScene.cancel(Tokens.publisher(), id).statusCode(200);
    }

    /** The transaction that opens what is due holds the definition, and inserts when the order already waits. */
    @Test
    void anOrderWaitsForWhoeverOpensTheSamePeriod() throws Exception {
        String slug = ReportsScene.slug();
        ReportsScene.define(slug, ReportsScene.river());
        CompletableFuture<Void> opener = CompletableFuture.runAsync(() -> ReportsScene
                .sql("""
                        do $$ begin
                          perform 1 from report_definition where slug = '%1$s' for update;
                          for i in 1..150 loop
                            exit when exists (select 1 from pg_locks where not granted);
                            perform pg_sleep(0.02);
                          end loop;
                          insert into edition (id, definition_id, report, period_key, period_from, period_to, period_label, number, status,
                                               title, language, organisation, version, recorded_at, updated_at, next_attempt_at)
                          select gen_random_uuid(), id, slug, '2020-02-03--2020-02-29', date '2020-02-03', date '2020-02-29', '', 1, 'draft',
                                 title, 'en', organisation, 1, now(), now(), now() + interval '1 hour'
                          from report_definition where slug = '%1$s';
                        end $$
                        """
                        .formatted(slug)),
                work -> new Thread(work).start());
        RunsScene.until("the definition is held", () -> ReportsScene.count("""
                select count(*) from pg_locks l join pg_class c on c.oid = l.relation
                where c.relname = 'report_definition' and l.mode = 'RowShareLock'
                """) > 0);
        RunsScene.order(RunsScene.publisher(), slug).spec(Problems.problem(409, "edition_being_made"));
        RunsScene.ended(opener);
        assertThat(ReportsScene.count("select count(*) from edition where report = '" + slug + "'")).isOne();
    }

    @Test
    void isFollowedUntilItEnds() throws Exception {
        String id = RunsScene.ordered(ReportsScene.river());
        var events = new RunsScene.Events(id, Tokens.analyst());
        RunsScene.until("the run is told as waiting", () -> states(events).contains("waiting"));
        ReportsScene.neighbours("world=river&hold=/gap");
        CompletableFuture<Void> making = RunsScene.making();
        RunsScene.untilAsked("/gap");
        RunsScene.note();
        RunsScene.until("the run is told as counting", () -> events.told().stream()
                .anyMatch(run -> "counting".equals(run.getString("step")) && run.getLong("done") > 0));
        ReportsScene.release();
        RunsScene.ended(making);
        assertThat(events.ended()).isEqualTo(200);

        assertThat(states(events)).startsWith("waiting").contains("running").endsWith("done");
        assertThat(states(events).stream().filter("done"::equals).count()).isOne();
        List<Long> versions = events.told().stream().map(run -> run.getLong("version")).toList();
        assertThat(versions).isSorted().doesNotHaveDuplicates();
        assertThat(events.lines()).contains(":begin", "event:run", "id:" + versions.get(versions.size() - 1));
        given().accept("text/event-stream").auth().oauth2(Tokens.analyst())
                .header("Last-Event-ID", versions.get(versions.size() - 1)).get(RunsScene.address(id)).then().statusCode(204);
    }

    @Test
    void saysHowManyFilesOfHowMany() throws Exception {
        String id = RunsScene.ordered(ReportsScene.river());
        Held pdf = Held.at("application/pdf");
        CompletableFuture<Void> making = RunsScene.making();
        try {
            pdf.awaitReached();
            // Six formats in one language; the others can be done, and this one cannot.
            RunsScene.until("the other files are written", () -> {
                RunsScene.note();
                return RunsScene.run(id).getLong("done") == 5;
            });
            given().auth().oauth2(Tokens.publisher()).get(RunsScene.address(id)).then().body("step", equalTo("rendering"))
                    .body("total", equalTo(6)).body("state", equalTo("running")).body("file.language", equalTo("en"))
                    .body("file.format", notNullValue()).body("version", greaterThan(3));
        } finally {
            pdf.release();
        }
        RunsScene.ended(making);
        assertThat(RunsScene.run(id).getString("state")).isEqualTo("done");
    }

    @Test
    void twoAreMadeOnceEachByTwoReplicas() {
        List<String> ids = List.of(RunsScene.ordered(ReportsScene.river()), RunsScene.ordered(ReportsScene.river()));
        IntStream.range(0, 2).parallel().forEach(replica -> ReportsScene.makeDue());
        ReportsScene.makeDue();
        for (String id : ids) {
            assertThat(RunsScene.run(id).getString("state")).isEqualTo("done");
            assertThat(RunsScene.run(id).getInt("attempts")).isOne();
            assertThat(RunsScene.revisions(id, "published")).isOne();
        }
    }

    @Test
    void soManyWaitAndNoMore() {
        int room = 12 - ReportsScene.count("select count(*) from edition_run where state in ('waiting', 'running')"
                + " and ordered_by is not null");
        List<String> months = IntStream.rangeClosed(0, room).mapToObj(i -> "%d-%02d".formatted(2000 + i / 12, 1 + i % 12))
                .toList();
        String slug = ReportsScene.slug();
        ReportsScene.define(slug, ReportsScene.casualties("coalition", "2018-06").replace("[\"2018-06\"]",
                months.stream().map(month -> "\"" + month + "\"").collect(Collectors.joining(", ", "[", "]"))));
        List<String> opened = new ArrayList<>();
        try {
            for (String month : months.subList(0, room)) {
                opened.add(order(slug, month).statusCode(202).extract().path("edition.id"));
            }
            order(slug, months.get(room)).spec(Problems.problem(503, "too_many_runs")).header("Retry-After", "30");
            RunsScene.cancel(Tokens.publisher(), opened.get(0)).statusCode(200);
            opened.add(order(slug, months.get(room)).statusCode(202).extract().path("edition.id"));
        } finally {
            opened.forEach(id -> RunsScene.cancel(Tokens.publisher(), id));
        }
    }

    private static ValidatableResponse order(String slug, String month) {
        return RunsScene.publisher().header("Prefer", "respond-async").body("{\"period\": \"" + month + "\"}")
                .post("/api/v1/reports/" + slug + "/editions").then();
    }

    private static List<String> states(RunsScene.Events events) {
        return events.told().stream().map(run -> run.getString("state")).toList();
    }
}
