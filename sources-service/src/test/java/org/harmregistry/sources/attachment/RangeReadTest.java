package org.harmregistry.sources.attachment;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.harmregistry.kit.testing.Problems.problem;
import static org.harmregistry.sources.testing.Files.attach;
import static org.harmregistry.sources.testing.Files.bytes;
import static org.harmregistry.sources.testing.Files.digest;
import static org.harmregistry.sources.testing.Files.source;

import java.util.Arrays;
import java.util.Random;

import org.harmregistry.kit.testing.Tokens;
import org.harmregistry.sources.testing.Stores;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;

/** Ranges against the plain bytes. */
@QuarkusTest
@WithTestResource(value = Stores.class, scope = TestResourceScope.GLOBAL)
class RangeReadTest {

    private static final String OWN = Tokens.contributor("org-a");
    private static final int LENGTH = 800_001;

    private static Response range(String address, String range) {
        return given().auth().oauth2(OWN).header("Range", range).get(address + "/content");
    }

    @Test
    void everyRangeIsThatPartOfTheBytes() {
        byte[] file = bytes(LENGTH);
        String address = attach(OWN, source(), file).header("Location");
        Random random = new Random(4);
        int chunk = 255 * 1024;
        int[] edges = { 0, 1, chunk - 1, chunk, chunk + 1, 2 * chunk - 1, 2 * chunk, LENGTH - 1 };
        for (int i = 0; i < 60; i++) {
            int from = i < 8 ? edges[i] : random.nextInt(LENGTH);
            int to = i < 16 ? Math.min(LENGTH - 1, from + i % 3) : from + random.nextInt(LENGTH - from);
            Response part = range(address, "bytes=" + from + "-" + to);

            assertThat(part.statusCode()).isEqualTo(206);
            assertThat(part.header("Content-Range")).isEqualTo("bytes " + from + "-" + to + "/" + LENGTH);
            assertThat(part.header("Content-Length")).isEqualTo(String.valueOf(to - from + 1));
            assertThat(part.asByteArray()).isEqualTo(Arrays.copyOfRange(file, from, to + 1));
        }
    }

    @Test
    void openAndSuffixRangesAreTheEndOfTheBytes() {
        byte[] file = bytes(LENGTH);
        String address = attach(OWN, source(), file).header("Location");

        assertThat(range(address, "bytes=799990-").asByteArray()).isEqualTo(Arrays.copyOfRange(file, 799_990, LENGTH));
        assertThat(range(address, "bytes=799990-9999999").asByteArray()).isEqualTo(Arrays.copyOfRange(file, 799_990, LENGTH));
        assertThat(range(address, "bytes=-7").asByteArray()).isEqualTo(Arrays.copyOfRange(file, LENGTH - 7, LENGTH));
        assertThat(range(address, "bytes=-9999999").asByteArray()).isEqualTo(file);
    }

    @Test
    void whatIsNoRangeIsAnsweredWithTheWholeAndWhatLiesOutsideRefused() {
        byte[] file = bytes(1_000);
        String address = attach(OWN, source(), file).header("Location");
        String tag = "\"" + digest(file) + "\"";

        for (String odd : new String[] { "bytes=5-2", "lines=1-2", "bytes=", "bytes=-", "bytes=1-2,5-6", "bytes=a-b",
                "bytes=99999999999999999999-" }) {
            Response answer = range(address, odd);
            assertThat(answer.statusCode()).as(odd).isEqualTo(200);
            assertThat(answer.asByteArray()).isEqualTo(file);
        }
        range(address, "bytes=1000-").then().spec(problem(416, "range_not_satisfiable"))
                .header("Content-Range", "bytes */1000");
        range(address, "bytes=-0").then().spec(problem(416, "range_not_satisfiable"));
        given().auth().oauth2(OWN).header("Range", "bytes=0-1").header("If-Range", tag).get(address + "/content").then()
                .statusCode(206).header("ETag", tag);
        given().auth().oauth2(OWN).header("Range", "bytes=0-1").header("If-Range", "\"another\"").get(address + "/content")
                .then().statusCode(200);
        given().auth().oauth2(OWN).header("If-None-Match", tag).get(address + "/content").then().statusCode(304);
        given().auth().oauth2(OWN).head(address + "/content").then().statusCode(200).header("Content-Length", "1000")
                .header("ETag", tag).header("Accept-Ranges", "bytes");
    }
}
