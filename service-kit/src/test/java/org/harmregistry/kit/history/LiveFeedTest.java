package org.harmregistry.kit.history;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.harmregistry.kit.testing.Problems.problem;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

import jakarta.inject.Inject;

import org.harmregistry.kit.testing.PostgresResource;
import org.harmregistry.kit.testing.Tokens;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;

/** The feed as server-sent events, read line by line from a socket of the test's own. */
@QuarkusTest
@WithTestResource(PostgresResource.class)
class LiveFeedTest {

    private static final String CHANGES = "/api/v1/notes/changes";
    private static final int MOST = 3;

    @Inject
    LiveFeed live;

    /** One follower's connection. */
    private static final class Stream implements AutoCloseable {

        private final Socket socket;
        private final BufferedReader lines;

        Stream(String query, String... headers) throws IOException {
            socket = new Socket("127.0.0.1", RestAssured.port);
            socket.setSoTimeout(10_000);
            String request = "GET " + CHANGES + query + " HTTP/1.1\r\nHost: localhost\r\nAccept: text/event-stream\r\n"
                    + String.join("", List.of(headers)) + "\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            lines = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
        }

        /** The next lines up to one that begins so. */
        List<String> upTo(String beginning) throws IOException {
            List<String> read = new ArrayList<>();
            String line;
            do {
                line = lines.readLine();
                assertThat(line).as("a line before the end, after %s", read).isNotNull();
                read.add(line);
            } while (!line.startsWith(beginning));
            return read;
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }

    private static Response note(String text) {
        Response made = given().auth().oauth2(Tokens.contributor("live")).contentType("application/json")
                .body("{\"text\": \"" + text + "\", \"shown\": true}").post("/api/v1/notes");
        made.then().statusCode(201);
        return made;
    }

    private static String endOfFeed() {
        String after = null;
        boolean more;
        do {
            var request = given().queryParam("limit", 200);
            var page = (after == null ? request : request.queryParam("after", after)).get(CHANGES).jsonPath();
            after = page.getString("page.next");
            more = page.getBoolean("page.more");
        } while (more);
        return after;
    }

    @AfterEach
    void nobodyIsLeftBehind() {
        for (int i = 0; i < 100 && live.followers() > 0; i++) {
            LockSupport.parkNanos(100_000_000);
        }
        assertThat(live.followers()).as("followers after all have gone").isZero();
    }

    @Test
    void tellsChangesAsTheyComeAndGoesOnWhereAReaderStood() throws IOException {
        String id;
        String cursor;
        try (Stream stream = new Stream("?after=" + endOfFeed())) {
            assertThat(stream.upTo(":begin"))
                    .anyMatch(line -> line.toLowerCase().startsWith("content-type: text/event-stream"));
            String first = note("live 1").jsonPath().getString("id");
            assertThat(stream.upTo("data:")).anyMatch(line -> line.equals("event:change"))
                    .last().asString().contains("\"id\":\"" + first + "\"", "\"version\":1", "\"kind\":\"created\"");
            id = note("live 2").jsonPath().getString("id");
            List<String> second = stream.upTo("data:");
            assertThat(second).last().asString().contains(id);
            cursor = second.stream().filter(line -> line.startsWith("id:")).findFirst().orElseThrow().substring(3);
        }
        String third = note("live 3").jsonPath().getString("id");
        try (Stream again = new Stream("", "Last-Event-ID: " + cursor + "\r\n")) {
            assertThat(again.upTo("data:")).last().asString().contains(third);
        }
        given().queryParam("after", cursor).get(CHANGES).then().statusCode(200).body("items[0].id", equalTo(third));
    }

    @Test
    void breaksALongSilence() throws IOException {
        try (Stream stream = new Stream("?after=" + endOfFeed())) {
            stream.upTo(":begin");
            assertThat(stream.upTo(":alive")).isNotEmpty();
            assertThat(stream.upTo(":alive")).isNotEmpty();
        }
    }

    @Test
    void takesSoManyFollowersAndNoMore() throws IOException {
        List<Stream> streams = new ArrayList<>();
        String end = endOfFeed();
        try {
            for (int i = 0; i < MOST; i++) {
                Stream stream = new Stream("?after=" + end);
                streams.add(stream);
                stream.upTo(":begin");
            }
            given().accept("text/event-stream").get(CHANGES).then().spec(problem(503, "overloaded"));
            given().get(CHANGES).then().statusCode(200);
        } finally {
            for (Stream stream : streams) {
                stream.close();
            }
        }
    }

    @Test
    void answersJsonUnlessEventsAreAskedFor() {
        given().accept("*/*").get(CHANGES).then().statusCode(200).contentType("application/json");
        given().get(CHANGES).then().statusCode(200).contentType("application/json");
        given().accept("application/json").get(CHANGES).then().statusCode(200).contentType("application/json");
        given().accept("text/html, */*;q=0.8").get(CHANGES).then().statusCode(200).contentType("application/json");
    }

    @Test
    void refusesCursorsBeforeTheStreamBegins() {
        given().accept("text/event-stream").queryParam("after", "bm8").get(CHANGES).then().spec(problem(400, "invalid_cursor"));
    }

    @Test
    void aCursorOfWhatTheDatabaseHasLostIsExpired() throws SQLException {
        note("lost 1");
        note("lost 2");
        LockSupport.parkNanos(500_000_000);
        String cursor = endOfFeed();
        try (Connection owner = PostgresResource.asOwner(); Statement sql = owner.createStatement()) {
            sql.execute("delete from change where position = (select max(position) from change)");
        }
        given().queryParam("after", cursor).get(CHANGES).then().spec(problem(410, "cursor_expired"))
                .header("Link", "<changes>; rel=\"first\"");
        given().accept("text/event-stream").queryParam("after", cursor).get(CHANGES).then()
                .spec(problem(410, "cursor_expired"));

        note("grown again");
        LockSupport.parkNanos(500_000_000);
        endOfFeed();
        given().queryParam("after", cursor).get(CHANGES).then().spec(problem(410, "cursor_expired"));
    }

    @Test
    void revisionsTellInPagesWhatWasChangedIntoWhat() {
        Response made = note("first words");
        String address = made.header("Location");
        given().auth().oauth2(Tokens.contributor("live")).contentType("application/merge-patch+json")
                .header("If-Match", made.header("ETag")).body("{\"text\": \"other words\"}").patch(address).then()
                .statusCode(200);

        Response first = given().auth().oauth2(Tokens.analyst()).queryParam("limit", 1).get(address + "/revisions");
        first.then().statusCode(200).body("items.version", equalTo(List.of(1)))
                .body("items[0].changes.find { it.pointer == '/text' }.after", equalTo("first words"));
        Response second = given().auth().oauth2(Tokens.analyst()).queryParam("limit", 1)
                .queryParam("after", first.jsonPath().getString("page.next")).get(address + "/revisions");
        second.then().statusCode(200).body("items.version", equalTo(List.of(2))).body("page.next", equalTo(null))
                .body("items[0].changes", equalTo(List.of(
                        java.util.Map.of("pointer", "/text", "before", "first words", "after", "other words"))))
                .body("items[0].recordedBy", equalTo("contributor-of-live"))
                .body("items[0].snapshot.text", equalTo("other words"));
        given().auth().oauth2(Tokens.analyst()).header("If-None-Match", second.header("ETag")).queryParam("limit", 1)
                .queryParam("after", first.jsonPath().getString("page.next")).get(address + "/revisions").then()
                .statusCode(304);
    }
}
