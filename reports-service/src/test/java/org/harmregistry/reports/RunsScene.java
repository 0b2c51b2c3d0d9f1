package org.harmregistry.reports;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

import org.harmregistry.kit.testing.Tokens;
import org.harmregistry.reports.run.domain.RunAttempts;

import io.quarkus.arc.Arc;
import io.quarkus.vertx.VertxContextSupport;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;

/** What tests of runs do again and again. */
final class RunsScene {

    private static final Executor THREADS = work -> new Thread(work).start();

    private RunsScene() {
    }

    /** Makes what is left of other tests, or puts it off. */
    static void nothingElseIsDue(String world) {
        ReportsScene.neighbours("world=" + world);
        ReportsScene.makeDue();
        ReportsScene.sql("update edition set next_attempt_at = now() + interval '1 hour' where status in ('draft', 'gated')"
                + " and next_attempt_at is not null");
    }

    static RequestSpecification publisher() {
        return given().auth().oauth2(Tokens.publisher()).contentType("application/json");
    }

    static ValidatableResponse order(RequestSpecification request, String slug) {
        return request.body("{}").post("/api/v1/reports/" + slug + "/editions").then();
    }

    /** A new report, its edition ordered; the edition's id. */
    static String ordered(String body) {
        String slug = ReportsScene.slug();
        ReportsScene.define(slug, body);
        return order(publisher().header("Prefer", "respond-async"), slug).statusCode(202).extract().path("edition.id");
    }

    static String address(String edition) {
        return "/api/v1/editions/" + edition + "/run";
    }

    static JsonPath run(String edition) {
        return given().auth().oauth2(Tokens.publisher()).get(address(edition)).then().statusCode(200).extract().jsonPath();
    }

    static String status(String edition) {
        return given().auth().oauth2(Tokens.publisher()).get("/api/v1/editions/" + edition).then().statusCode(200).extract()
                .path("status");
    }

    static ValidatableResponse cancel(String token, String edition) {
        return given().auth().oauth2(token).contentType("application/json").header("If-Match", "*")
                .body("{\"reason\": \"ordered by mistake\"}").post(address(edition) + "/cancellation").then();
    }

    /** Another replica that makes what is due. */
    static CompletableFuture<Void> making() {
        return CompletableFuture.runAsync(ReportsScene::makeDue, THREADS);
    }

    static void ended(CompletableFuture<Void> making) throws Exception {
        making.get(5, TimeUnit.SECONDS);
    }

    /** Writes down how far runs are, as the schedule does. */
    static void note() {
        try {
            VertxContextSupport.subscribeAndAwait(Arc.container().instance(RunAttempts.class).get()::note);
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    static void until(String what, BooleanSupplier so) {
        for (int i = 0; i < 400 && !so.getAsBoolean(); i++) {
            LockSupport.parkNanos(50_000_000);
        }
        assertThat(so.getAsBoolean()).as(what).isTrue();
    }

    /** Waits until the neighbours hold such a read. */
    static void untilAsked(String part) {
        until("a read of " + part, () -> ReportsScene.askedOfNeighbours().stream().anyMatch(read -> read.contains(part)));
    }

    /** What an edition's history holds, oldest first. */
    static int revisions(String edition, String kind) {
        return ReportsScene.count("select count(*) from revision where collection = 'editions' and record_id = '" + edition
                + "' and kind = '" + kind + "'");
    }

    /** Nothing of the edition is there but that it was given up. */
    static void assertAbandoned(String edition) {
        assertThat(status(edition)).isEqualTo("abandoned");
        given().get("/api/v1/editions/" + edition).then().statusCode(404);
        assertThat(ReportsScene.count("select count(*) from edition where id = '" + edition + "' and figures is null"
                + " and files is null and document_digest is null and claimed_by is null and published_at is null")).isOne();
        assertThat(revisions(edition, "published")).isZero();
    }

    /** A reader of the run's events. */
    static final class Events {

        private final Queue<String> lines = new ConcurrentLinkedQueue<>();
        private final CompletableFuture<Integer> end;

        Events(String edition, String token) {
            HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + RestAssured.port + address(edition)))
                    .header("Accept", "text/event-stream").header("Authorization", "Bearer " + token).build();
            end = CompletableFuture.supplyAsync(() -> read(request), THREADS);
        }

        private int read(HttpRequest request) {
            try {
                HttpResponse<Stream<String>> answer = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()
                        .send(request, HttpResponse.BodyHandlers.ofLines());
                answer.body().forEach(lines::add);
                return answer.statusCode();
            } catch (IOException | InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }

        /** The runs that were told so far. */
        List<JsonPath> told() {
            return lines.stream().filter(line -> line.startsWith("data:")).map(line -> JsonPath.from(line.substring(5)))
                    .toList();
        }

        List<String> lines() {
            return List.copyOf(lines);
        }

        /** Waits until the stream ends by itself; its status. */
        int ended() throws Exception {
            return end.get(10, TimeUnit.SECONDS);
        }
    }
}
