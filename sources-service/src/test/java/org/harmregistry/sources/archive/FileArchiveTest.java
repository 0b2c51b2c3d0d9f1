package org.harmregistry.sources.archive;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.harmregistry.kit.testing.Problems.problem;
import static org.harmregistry.sources.testing.Files.attach;
import static org.harmregistry.sources.testing.Files.bytes;
import static org.harmregistry.sources.testing.Files.content;
import static org.harmregistry.sources.testing.Files.digest;
import static org.harmregistry.sources.testing.Files.source;
import static org.harmregistry.sources.testing.Requests.article;
import static org.harmregistry.sources.testing.Requests.create;
import static org.harmregistry.sources.testing.Uploads.attachment;
import static org.harmregistry.sources.testing.Uploads.begin;
import static org.harmregistry.sources.testing.Uploads.offset;
import static org.harmregistry.sources.testing.Uploads.patch;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.UUID;
import java.util.function.BooleanSupplier;

import jakarta.inject.Inject;

import org.bson.Document;
import org.harmregistry.kit.testing.PostgresResource;
import org.harmregistry.kit.testing.Tokens;
import org.harmregistry.sources.testing.Stores;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.restassured.response.Response;

/** Files lie in the archive before their row does, as any client of GridFS can read them, and nothing is lost by a fault. */
@QuarkusTest
@WithTestResource(value = Stores.class, scope = TestResourceScope.GLOBAL)
class FileArchiveTest {

    private static final String OWN = Tokens.contributor("org-a");

    @Inject
    OrphanCollection orphans;

    @TestHTTPResource
    URI server;

    @AfterEach
    void mend() throws InterruptedException {
        Stores.disk().makeRoom();
        Stores.toArchive().mend();
        awaitThat(() -> attach(OWN, source(), bytes(10)).statusCode() == 201);
    }

    private static void awaitThat(BooleanSupplier condition) throws InterruptedException {
        for (int i = 0; i < 100 && !condition.getAsBoolean(); i++) {
            Thread.sleep(100);
        }
        assertThat(condition.getAsBoolean()).isTrue();
    }

    private static boolean isArchived(byte[] file) {
        return Stores.files().countDocuments(Filters.eq("filename", digest(file))) > 0;
    }

    @Test
    void anyClientOfGridFsReadsAFile() {
        byte[] file = bytes(600_000);
        attach(OWN, source(), file).then().statusCode(201);

        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Stores.bucket().downloadToStream(digest(file), out);

        assertThat(out.toByteArray()).isEqualTo(file);
    }

    @Test
    void aRowThatNeverCameLeavesContentOnlyAndSendingAgainWorks() throws Exception {
        byte[] file = bytes(5_000);
        String source = source();
        try (Connection owner = PostgresResource.asOwner(); Statement statement = owner.createStatement()) {
            owner.setAutoCommit(false);
            statement.execute("lock table attachment in exclusive mode");
            attach(OWN, source, file).then().spec(problem(503, "overloaded"));
            owner.rollback();
        }
        assertThat(isArchived(file)).isTrue();
        given().auth().oauth2(OWN).get(source + "/attachments").then().body("items", hasSize(0));

        String made = attach(OWN, source, file).then().statusCode(201).extract().header("Location");
        assertThat(content(OWN, made)).isEqualTo(file);
        assertThat(Stores.files().countDocuments(Filters.eq("filename", digest(file)))).isOne();
    }

    @Test
    void onlyWhatNoRowNamesAndNobodyAskedForIsCollected() throws Throwable {
        byte[] named = bytes(1_000);
        byte[] young = bytes(1_000);
        byte[] old = bytes(300_000);
        String made = attach(OWN, source(), named).header("Location");
        orphan(young);
        orphan(old);
        String writing = UUID.randomUUID().toString();
        Stores.writings().insertOne(new Document("_id", writing).append("until", longAgo()));
        Stores.chunks().insertOne(new Document("_id", writing + ":0:00").append("files_id", writing));
        String running = UUID.randomUUID().toString();
        Stores.writings().insertOne(new Document("_id", running).append("until", Date.from(Instant.now().plusSeconds(900))));
        Stores.chunks().insertOne(new Document("_id", running + ":0:00").append("files_id", running));
        for (byte[] each : new byte[][] { named, old }) {
            Stores.files().updateOne(Filters.eq("filename", digest(each)), Updates.set("metadata.usedAt", longAgo()));
        }
        String storage = Stores.files().find(Filters.eq("filename", digest(old))).first().getString("_id");

        for (int step = 0; step < 10; step++) {
            VertxContextSupport.subscribeAndAwait(orphans::collect);
        }

        assertThat(isArchived(old)).isFalse();
        assertThat(Stores.chunks().countDocuments(Filters.in("files_id", storage, writing))).isZero();
        assertThat(Stores.writings().countDocuments(Filters.in("_id", storage, writing))).isZero();
        assertThat(Stores.chunks().countDocuments(Filters.eq("files_id", running))).isOne();
        assertThat(isArchived(young)).isTrue();
        assertThat(content(OWN, made)).isEqualTo(named);
        assertThat(content(OWN, attach(OWN, source(), old).header("Location"))).isEqualTo(old);
    }

    private static Date longAgo() {
        return Date.from(Instant.now().minus(Duration.ofDays(2)));
    }

    private static void orphan(byte[] file) throws Exception {
        try (Connection owner = PostgresResource.asOwner(); Statement statement = owner.createStatement()) {
            owner.setAutoCommit(false);
            statement.execute("lock table attachment in exclusive mode");
            attach(OWN, source(), file).then().statusCode(503);
            owner.rollback();
        }
    }

    @Test
    void anArchiveThatIsAwayRefusesFilesInTimeAndLosesNothing() throws InterruptedException {
        byte[] file = bytes(600_000);
        String source = source();
        String made = attach(OWN, source, bytes(1_000)).header("Location");
        String upload = begin(OWN, source, file.length, "").header("Location");
        patch(OWN, upload, file, 0, 300_000).then().statusCode(204);
        Stores.toArchive().cut();

        long began = System.nanoTime();
        attach(OWN, source, file).then().spec(problem(503, "archive_unavailable")).header("Retry-After", equalTo("2"));
        given().auth().oauth2(OWN).get(made + "/content").then().spec(problem(503, "archive_unavailable"));
        patch(OWN, upload, file, 300_000, 600_000).then().spec(problem(503, "archive_unavailable"));
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(8));
        assertThat(offset(OWN, upload)).isEqualTo(300_000);
        given().auth().oauth2(OWN).get(made).then().statusCode(200);

        Stores.toArchive().mend();
        awaitThat(() -> given().auth().oauth2(OWN).get(made + "/content").statusCode() == 200);
        patch(OWN, upload, file, 300_000, 600_000).then().statusCode(204);
        assertThat(content(OWN, attachment(OWN, source, upload))).isEqualTo(file);
    }

    @Test
    void anArchiveThatHangsIsNotWaitedForWithoutEnd() {
        String source = source();
        Stores.toArchive().hang();

        long began = System.nanoTime();
        Response answer = attach(OWN, source, bytes(1_000));

        answer.then().spec(problem(503, "archive_unavailable"));
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(12));
    }

    /** The archive does what it is asked for, but says so when nobody waits any more. */
    @Test
    void anArchiveThatAnswersTooLateLeavesNothingHalf() throws InterruptedException {
        byte[] file = bytes(300_000);
        String source = source();
        Stores.toArchive().slow(Duration.ofSeconds(5));

        attach(OWN, source, file).then().spec(problem(503, "archive_unavailable"));
        given().auth().oauth2(OWN).get(source + "/attachments").then().statusCode(200).body("items", hasSize(0));

        Stores.toArchive().mend();
        awaitThat(() -> attach(OWN, source(), bytes(10)).statusCode() == 201);
        attach(OWN, source, file).then().statusCode(201);
        given().auth().oauth2(OWN).get(source + "/attachments").then().body("items", hasSize(1));
        assertThat(Stores.files().countDocuments(Filters.eq("filename", digest(file)))).isOne();
    }

    @Test
    void aFullDiskRefusesWhatIsWrittenAndReadsGoOn() {
        byte[] file = bytes(600_000);
        String source = source();
        byte[] there = bytes(1_000);
        String made = attach(OWN, source, there).header("Location");
        String upload = begin(OWN, source, file.length, "").header("Location");
        patch(OWN, upload, file, 0, 300_000).then().statusCode(204);
        Stores.disk().fill();

        attach(OWN, source, file).then().spec(problem(507, "archive_full")).header("Retry-After", equalTo("60"));
        patch(OWN, upload, file, 300_000, 600_000).then().spec(problem(507, "archive_full"));
        create(article("Never there", "\"texts\": [{\"language\": \"en\", \"text\": \"Too much " + UUID.randomUUID() + "\"}]"))
                .then().spec(problem(507, "archive_full"));
        assertThat(offset(OWN, upload)).isBetween(255 * 1024, 600_000 - 1);
        assertThat(content(OWN, made)).isEqualTo(there);
        given().auth().oauth2(OWN).get(source + "/attachments").then().body("items", hasSize(1));

        Stores.disk().makeRoom();
        patch(OWN, upload, file, offset(OWN, upload), 600_000).then().statusCode(204);
        assertThat(content(OWN, attachment(OWN, source, upload))).isEqualTo(file);
    }

    @Test
    void aBodyWithoutEndIsRefusedWhereFilesEnd() throws IOException {
        byte[] piece = bytes(64 * 1024);
        long until = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        boolean closed = false;
        try (Socket socket = new Socket(server.getHost(), server.getPort())) {
            OutputStream out = socket.getOutputStream();
            out.write(("POST " + source() + "/attachments HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer " + OWN
                    + "\r\nContent-Type: video/mp4\r\nTransfer-Encoding: chunked\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
            while (System.nanoTime() < until) {
                out.write("10000\r\n".getBytes(StandardCharsets.US_ASCII));
                out.write(piece);
                out.write("\r\n".getBytes(StandardCharsets.US_ASCII));
            }
        } catch (IOException refused) {
            closed = true;
        }
        // Refused at 4 MiB, thrown away for a moment so that the refusal can be read, then cut.
        assertThat(closed).isTrue();
    }
}
