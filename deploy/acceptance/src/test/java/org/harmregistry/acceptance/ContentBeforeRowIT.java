package org.harmregistry.acceptance;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.model.Filters;

import io.restassured.RestAssured;

/**
 * The service is killed when the archive holds a content and the register is still waiting for the row that names it: the row
 * is not there, nothing refers to nothing, and the same sent again is taken in as if it came for the first time.
 */
@Tag("faults")
class ContentBeforeRowIT {

    private static final Suite suite = new Suite();
    private static String token;
    private static String service;
    private static MongoClient archive;

    private final HttpClient client = HttpClient.newHttpClient();

    @BeforeAll
    static void start() {
        Suite.Outcome up = suite.up("--no-data");
        assertThat(up.exit()).describedAs(up.output()).isZero();
        RestAssured.baseURI = suite.gateway();
        token = suite.token("contributor", "org-a");
        service = suite.baseOf("sources-service");
        archive = MongoClients.create("mongodb://127.0.0.1:" + suite.portOf("mongodb") + "/?directConnection=true");
    }

    @AfterAll
    static void stop() {
        archive.close();
        suite.down();
    }

    @Test
    void aFileWithoutItsRowIsSentAgain() throws Exception {
        String source = given().auth().oauth2(token).contentType("application/json")
                .body("{\"kind\": \"article\", \"title\": \"With a file\"}").post("/api/v1/sources").then().statusCode(201)
                .extract().header("Location");
        byte[] file = new byte[700_000];
        new Random(9).nextBytes(file);
        String digest = "sha-256:" + PatientSender.digest(file);

        killedBeforeTheRow("attachment", request(source + "/attachments", "application/octet-stream", file), "archive.files",
                "filename", digest);

        assertThat(given().auth().oauth2(token).get(source + "/attachments").jsonPath().getList("items")).isEmpty();
        String again = given().auth().oauth2(token).contentType("application/octet-stream").body(file)
                .post(source + "/attachments").then().statusCode(201).extract().header("Location");
        assertThat(given().auth().oauth2(token).get(again + "/content").asByteArray()).isEqualTo(file);
        assertThat(held("archive.files", "filename", digest)).isOne();
        assertThat(given().auth().oauth2(token).get(source + "/custody").jsonPath().getString("verification.state"))
                .isEqualTo("intact");
    }

    @Test
    void aTextWithoutItsRowIsSentAgain() throws Exception {
        String text = "Said once, kept once.";
        String digest = "sha-256:" + PatientSender.digest(text.getBytes(StandardCharsets.UTF_8));
        String body = "{\"kind\": \"article\", \"title\": \"With words\", \"publisher\": \"Killed before its row\", \"texts\": "
                + "[{\"language\": \"en\", \"text\": \"" + text + "\"}]}";

        killedBeforeTheRow("source", request("/api/v1/sources", "application/json", body.getBytes(StandardCharsets.UTF_8)),
                "content", "_id", digest);

        assertThat(given().auth().oauth2(token).get("/api/v1/sources?q=killed+before+its+row").jsonPath().getList("items"))
                .isEmpty();
        String again = given().auth().oauth2(token).contentType("application/json").body(body).post("/api/v1/sources").then()
                .statusCode(201).extract().header("Location");
        assertThat(given().auth().oauth2(token).get(again).jsonPath().getString("texts[0].text")).isEqualTo(text);
        assertThat(held("content", "_id", digest)).isOne();
    }

    private HttpRequest request(String path, String type, byte[] body) {
        return HttpRequest.newBuilder(URI.create(service + path)).header("Content-Type", type)
                .header("Authorization", "Bearer " + token).POST(BodyPublishers.ofByteArray(body)).build();
    }

    /** Holds a table so that no row comes into it, and kills the service once the archive has the content. */
    private void killedBeforeTheRow(String table, HttpRequest request, String collection, String field, String digest)
            throws SQLException {
        List<ProcessHandle> processes = suite.processesOf("sources-service");
        try (Connection register = suite.databaseOf("sources"); Statement statement = register.createStatement()) {
            register.setAutoCommit(false);
            statement.execute("lock table " + table + " in exclusive mode");
            CompletableFuture<HttpResponse<Void>> answer = client.sendAsync(request, BodyHandlers.discarding());
            suite.eventually(Duration.ofSeconds(10), () -> held(collection, field, digest) == 1);
            assertThat(answer).isNotDone();
            processes.forEach(ProcessHandle::destroyForcibly);
            suite.eventually(Duration.ofSeconds(10), answer::isDone);
            assertThat(answer).isCompletedExceptionally();
            register.rollback();
        }
        assertThat(suite.up("--no-data").exit()).isZero();
    }

    private static long held(String collection, String field, String digest) {
        return archive.getDatabase("sources").getCollection(collection).countDocuments(Filters.eq(field, digest));
    }
}
