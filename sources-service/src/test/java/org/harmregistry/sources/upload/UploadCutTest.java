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
import org.harmregistry.sources.testing.Uploads.End;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;

/** Lines that break at any byte, and senders that send everything many times. */
@QuarkusTest
@WithTestResource(value = Stores.class, scope = TestResourceScope.GLOBAL)
class UploadCutTest {

    /** Of GridFS. */
    private static final int CHUNK = 255 * 1024;
    /** Of a good line, in milliseconds. */
    private static final int ROUND_TRIP = 20;

    /** Two hundred with {@code -Dregistry.uploads.flipped=200}; each build flips fewer. */
    private static final int FLIPPED = Integer.getInteger("registry.uploads.flipped", 60);

    private static final String OWN = Tokens.contributor("org-a");

    @TestHTTPResource
    URI server;

    /** Asked as soon as a client can have a line again: of what reached the service, at most one chunk is sent again. */
    @ParameterizedTest
    @EnumSource(End.class)
    void aLineCutAtAnyByteCostsAtMostOneChunk(End end) throws InterruptedException {
        Random random = new Random(1_906);
        for (int round = 0; round < 2; round++) {
            byte[] file = bytes(3_900_000);
            String source = source();
            String upload = begin(OWN, source, file.length, metadata("captureDigest", digest(file))).header("Location");
            int at = 0;
            for (int cut = 0; cut < 25; cut++) {
                int sent = Math.min(random.nextInt(cut % 3 == 0 ? 700_000 : 5_000), file.length - at - 1);
                cut(server, OWN, upload, file, at, sent, cut % 2 * 20, end);
                Thread.sleep(ROUND_TRIP);
                int kept = offset(OWN, upload);
                // A reset throws away what the service has not read yet, however much that is; never what was acknowledged.
                assertThat(kept).as("of %d bytes from %d in cut %d", sent, at, cut)
                        .isBetween(end == End.RESET ? at : Math.max(at, at + sent - CHUNK), at + sent);
                at = kept;
            }
            patch(OWN, upload, file, at, file.length).then().statusCode(204);

            assertThat(content(OWN, attachment(OWN, source, upload))).isEqualTo(file);
        }
    }

    /** A line of 64 kbit/s that is cut every 20 seconds brings 160,000 bytes at a time, less than a chunk. */
    @Test
    void cutsThatComeBeforeAChunkIsWholeCostNextToNothing() throws InterruptedException {
        int brought = 160_000;
        byte[] file = bytes(3_000_000);
        String source = source();
        String upload = begin(OWN, source, file.length, metadata("captureDigest", digest(file))).header("Location");
        int at = 0;
        long carried = 0;
        while (file.length - at > brought && carried <= 2L * file.length) {
            cut(server, OWN, upload, file, at, brought, ROUND_TRIP);
            carried += brought;
            Thread.sleep(ROUND_TRIP);
            at = offset(OWN, upload);
        }
        patch(OWN, upload, file, at, file.length).then().statusCode(204);

        assertThat(carried + file.length - at).isLessThanOrEqualTo(file.length * 13L / 10);
        assertThat(content(OWN, attachment(OWN, source, upload))).isEqualTo(file);
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
    void aFlippedByteInAnyUploadStoresNothing() {
        Random random = new Random(7);
        String source = source();
        for (int i = 0; i < FLIPPED; i++) {
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
