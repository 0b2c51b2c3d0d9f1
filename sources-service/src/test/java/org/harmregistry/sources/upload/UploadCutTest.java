package org.harmregistry.sources.upload;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasSize;
import static org.harmregistry.kit.testing.Problems.problem;
import static org.harmregistry.sources.testing.Files.bytes;
import static org.harmregistry.sources.testing.Files.content;
import static org.harmregistry.sources.testing.Files.digest;
import static org.harmregistry.sources.testing.Files.source;
import static org.harmregistry.sources.testing.Uploads.attachment;
import static org.harmregistry.sources.testing.Uploads.begin;
import static org.harmregistry.sources.testing.Uploads.cut;
import static org.harmregistry.sources.testing.Uploads.metadata;
import static org.harmregistry.sources.testing.Uploads.offset;
import static org.harmregistry.sources.testing.Uploads.patch;

import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.harmregistry.kit.testing.Tokens;
import org.harmregistry.sources.testing.Stores;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;

/** Lines that break at any byte, and senders that send everything many times. */
@QuarkusTest
@WithTestResource(value = Stores.class, scope = TestResourceScope.GLOBAL)
class UploadCutTest {

    private static final String OWN = Tokens.contributor("org-a");

    @TestHTTPResource
    URI server;

    @Test
    void aLineCutAtAHundredRandomBytesLosesNothing() throws InterruptedException {
        Random random = new Random(1_906);
        byte[] file = bytes(900_000);
        String source = source();
        String upload = begin(OWN, source, file.length, metadata("captureDigest", digest(file))).header("Location");
        int at = 0;
        for (int cut = 0; cut < 100; cut++) {
            int sent = random.nextInt(2 * file.length / 100) % (file.length - at);
            cut(server, OWN, upload, file, at, sent, cut % 2 * 60);
            int kept = awaitOffset(upload, at + sent);
            // What was acknowledged stays; of what came since, nothing is made up.
            assertThat(kept).isBetween(at, at + sent);
            at = kept;
        }
        patch(OWN, upload, file, at, file.length).then().statusCode(204);

        assertThat(content(OWN, attachment(OWN, source, upload))).isEqualTo(file);
    }

    /** The service sees the line's end a little after it broke. */
    private static int awaitOffset(String upload, int sent) throws InterruptedException {
        for (int i = 0; i < 8 && offset(OWN, upload) < sent; i++) {
            Thread.sleep(25);
        }
        return offset(OWN, upload);
    }

    @Test
    void fiftyWhoSendOneUploadMakeOneAttachment() throws Exception {
        byte[] file = bytes(300_000);
        String source = source();
        String id = UUID.randomUUID().toString();
        List<Response> answers = parallel(50, () -> {
            String upload = begin(OWN, source, file.length, metadata("id", id)).then().statusCode(201).extract()
                    .header("Location");
            return patch(OWN, upload, file, 0, file.length);
        });

        for (Response answer : answers) {
            if (answer.statusCode() != 204) {
                assertThat(answer.statusCode()).isEqualTo(409);
                assertThat(answer.jsonPath().getString("code")).isIn("upload_busy", "upload_offset_conflict");
            }
        }
        assertThat(answers.stream().filter(answer -> answer.statusCode() == 204)).isNotEmpty();
        given().auth().oauth2(OWN).get(source + "/attachments").then().body("items", hasSize(1));
        assertThat(content(OWN, source + "/attachments/" + id)).isEqualTo(file);
    }

    @Test
    void fiftyWhoSendOneFileAsUploadsOfTheirOwnMakeOneAttachment() throws Exception {
        byte[] file = bytes(20_000);
        String source = source();
        List<Response> answers = parallel(50, () -> patch(OWN, begin(OWN, source, file.length, "").header("Location"), file, 0,
                file.length));

        assertThat(answers).allMatch(answer -> answer.statusCode() == 204);
        given().auth().oauth2(OWN).get(source + "/attachments").then().body("items", hasSize(1));
    }

    @Test
    void aFlippedByteInTwoHundredUploadsStoresNone() {
        Random random = new Random(7);
        String source = source();
        for (int i = 0; i < 200; i++) {
            byte[] file = bytes(1 + random.nextInt(4_000));
            String said = metadata("captureDigest", digest(file));
            String upload = begin(OWN, source, file.length, said).header("Location");
            file[random.nextInt(file.length)] ^= (byte) (1 << random.nextInt(8));
            patch(OWN, upload, file, 0, file.length).then().spec(problem(422, "digest_mismatch"));
        }
        given().auth().oauth2(OWN).get(source + "/attachments").then().body("items", hasSize(0));
    }

    private static List<Response> parallel(int times, Callable<Response> work) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(times);
        try {
            List<Response> answers = new ArrayList<>();
            for (Future<Response> each : threads.invokeAll(Collections.nCopies(times, work))) {
                answers.add(each.get());
            }
            return answers;
        } finally {
            threads.shutdownNow();
        }
    }
}
