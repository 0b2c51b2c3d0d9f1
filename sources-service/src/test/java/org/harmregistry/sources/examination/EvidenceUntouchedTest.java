package org.harmregistry.sources.examination;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.oneOf;
import static org.harmregistry.sources.testing.Examiner.attached;
import static org.harmregistry.sources.testing.Examiner.decide;
import static org.harmregistry.sources.testing.Examiner.examine;
import static org.harmregistry.sources.testing.Examiner.read;
import static org.harmregistry.sources.testing.Files.content;
import static org.harmregistry.sources.testing.Files.digest;
import static org.harmregistry.sources.testing.Samples.bytes;
import static org.harmregistry.sources.testing.Samples.file;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import org.harmregistry.kit.testing.Tokens;
import org.harmregistry.sources.testing.Files;
import org.harmregistry.sources.testing.Stores;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;

/** Goal I2: whatever is done, what came in stays what came in. */
@QuarkusTest
@WithTestResource(value = Stores.class, scope = TestResourceScope.GLOBAL)
class EvidenceUntouchedTest {

    /** A thousand with {@code -Dregistry.evidence.operations=1000}; each build does fewer. */
    private static final int OPERATIONS = Integer.getInteger("registry.evidence.operations", 250);
    private static final String OWN = Tokens.contributor("org-a");
    private static final String STAFF = Tokens.publisher();

    @Test
    void aThousandOperationsLeaveTheEvidenceAsItCame() {
        Random random = new Random(2017);
        List<byte[]> files = new ArrayList<>();
        List<String> addresses = new ArrayList<>();
        String source = Files.source();
        for (String name : List.of("photo.jpg", "picture.png", "letter.pdf", "film.mp4", "film.mov")) {
            byte[] evidence = name.endsWith("g") ? bytes(file("files/" + name), Files.bytes(16)) : file("files/" + name);
            files.add(evidence);
            addresses.add(attached(OWN, source, name, evidence));
        }
        examine();
        for (int i = 0; i < OPERATIONS; i++) {
            operate(random, source, addresses.get(random.nextInt(addresses.size())), i);
        }
        examine();
        for (int i = 0; i < files.size(); i++) {
            assertThat(read(STAFF, addresses.get(i)).getString("digest")).isEqualTo(digest(files.get(i)));
            assertThat(read(STAFF, addresses.get(i)).getString("examinationFailure")).isNull();
            assertThat(digest(content(STAFF, addresses.get(i)))).isEqualTo(digest(files.get(i)));
            ByteArrayOutputStream behind = new ByteArrayOutputStream();
            Stores.bucket().downloadToStream(digest(files.get(i)), behind);
            assertThat(behind.toByteArray()).isEqualTo(files.get(i));
        }
    }

    private static void operate(Random random, String source, String address, int number) {
        switch (random.nextInt(10)) {
            case 0 -> Files.as(OWN).queryParam("derivation", "redaction").body(Files.bytes(1 + random.nextInt(5_000)))
                    .post(address + "/working-copies").then().statusCode(201);
            case 1 -> Files.as(OWN).queryParam("derivation", "transcript").body(bytes("words " + number % 7))
                    .post(address + "/working-copies").then().statusCode(oneOf(200, 201));
            case 2 -> given().auth().oauth2(OWN).contentType("application/octet-stream").post(address + "/checks").then()
                    .statusCode(202);
            case 3 -> decide(STAFF, address, "release").then().statusCode(409);
            case 4 -> decide(STAFF, someCopy(random, address), random.nextBoolean() ? "release" : "withholding").then()
                    .statusCode(oneOf(200, 409));
            case 5 ->
                given().auth().oauth2(STAFF).header("Range", "bytes=" + random.nextInt(100) + "-").get(address + "/content")
                        .then().statusCode(206);
            case 6 -> Files.attach(OWN, source, Files.bytes(100)).then().statusCode(201);
            case 7 -> given().auth().oauth2(OWN).contentType("application/octet-stream")
                    .body(file("captures/stamped.tsr")).post(address + "/timestamps").then().statusCode(202);
            case 8 -> Files.as(OWN).header("If-None-Match", "*").body(Files.bytes(50)).put(address).then().statusCode(409);
            default -> {
                if (number % 5 == 0) {
                    examine();
                }
            }
        }
    }

    private static String someCopy(Random random, String address) {
        List<String> copies = read(STAFF, address).getList("workingCopies", String.class);
        return copies.isEmpty() ? address
                : address.substring(0, address.lastIndexOf('/') + 1) + copies.get(random.nextInt(copies.size()));
    }
}
