package org.harmregistry.acceptance;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import javax.imageio.ImageIO;

import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;

import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

/**
 * Files come in while the service that keeps them is killed again and again, and while two processes of it run. What was
 * acknowledged is there, whole and in custody; nothing is half there or there twice; what was under way goes on; and what lies
 * in the archive without a row is known to be left over.
 */
@Tag("faults")
class FileIntakeIT {

    private static final int ROUNDS = 3;
    private static final int SENDERS = 3;
    private static final int PHOTOS = 4;
    private static final Suite suite = new Suite();

    @BeforeAll
    static void start() {
        Suite.Outcome up = suite.up("--no-data");
        assertThat(up.exit()).describedAs(up.output()).isZero();
        RestAssured.baseURI = suite.gateway();
    }

    @AfterAll
    static void stop() {
        suite.down();
    }

    @Test
    void whatWasAcknowledgedIsThereAndNothingIsHalfThere() throws Exception {
        String token = suite.token("contributor", "org-a");
        Random random = new Random(4);
        List<PatientSender> senders = new ArrayList<>();
        for (int i = 0; i < SENDERS; i++) {
            senders.add(new PatientSender(suite.gateway(), source(token, i), token, random.nextLong()));
        }
        ExecutorService threads = Executors.newFixedThreadPool(SENDERS);
        List<Future<?>> sending = new ArrayList<>();
        senders.forEach(sender -> sending.add(threads.submit(sender)));
        for (int round = 0; round < ROUNDS; round++) {
            Thread.sleep(800 + random.nextInt(1_500));
            suite.processesOf("sources-service").forEach(process -> suite.shell("kill", "-KILL", "" + process.pid()));
            assertThat(suite.up("--no-data").exit()).isZero();
        }
        Thread.sleep(1_000);
        senders.forEach(PatientSender::finish);
        for (Future<?> each : sending) {
            each.get(60, TimeUnit.SECONDS);
        }
        threads.shutdown();

        assertThat(senders.stream().mapToInt(PatientSender::resumed).sum()).describedAs("went on in the middle").isPositive();
        senders.forEach(sender -> check(sender, token));
        leftOverIsKnown();
    }

    /** Uploads wander between two processes, and each job is done by one of them. */
    @Test
    void twoProcessesTakeFilesInAsOne() throws Exception {
        String token = suite.token("contributor", "org-a");
        String first = suite.baseOf("sources-service");
        String source = source(token, 9);
        try (Replica replica = Replica.of(suite.processesOf("sources-service").get(0).pid())) {
            String second = replica.base();
            suite.eventually(Duration.ofSeconds(60), () -> answers(second));
            List<String> attachments = new ArrayList<>();
            for (int i = 0; i < PHOTOS; i++) {
                attachments.add(wander(first, second, source, token, photo(i)));
            }
            String incident = UUID.randomUUID().toString();
            String citation = given().auth().oauth2(token).contentType("application/json")
                    .body("{\"incident\": \"" + incident + "\", \"stance\": \"mentions\"}").post(second + source + "/citations")
                    .then().statusCode(201).extract().header("Location");
            attachments.forEach(each -> suite.eventually(Duration.ofSeconds(60), () -> isExamined(first + each, token)));
            suite.eventually(Duration.ofSeconds(30), () -> "unknown_incident".equals(given().auth().oauth2(token)
                    .get(first + citation).path("verification")));
            attachments.forEach(each -> onceByOne(source, each, token));
        }
    }

    private static boolean answers(String base) {
        try {
            return given().get(base + "/api/v1/sources?limit=1").statusCode() == 200;
        } catch (Exception e) {
            return false;
        }
    }

    /** Begun at one process, gone on with at the other, tried at both at once, finished where it began. */
    private static String wander(String first, String second, String source, String token, byte[] photo) throws Exception {
        String upload = tus(token).header("Upload-Length", photo.length).post(first + source + "/attachments/uploads").then()
                .statusCode(201).extract().header("Location");
        int half = photo.length / 2;
        patch(second + upload, token, photo, 0, half).then().statusCode(204);
        assertThat(tus(token).head(first + upload).header("Upload-Offset")).isEqualTo("" + half);
        ExecutorService both = Executors.newFixedThreadPool(2);
        List<Callable<Integer>> tries = List.of(() -> patch(first + upload, token, photo, half, photo.length).statusCode(),
                () -> patch(second + upload, token, photo, half, photo.length).statusCode());
        List<Integer> told = new ArrayList<>();
        for (Future<Integer> each : both.invokeAll(tries)) {
            told.add(each.get());
        }
        both.shutdown();
        assertThat(told).contains(204).allMatch(each -> each == 204 || each == 409);
        return tus(token).header("Upload-Offset", photo.length).header("Content-Type", "application/offset+octet-stream")
                .patch(second + upload).then().statusCode(204).extract().header("Content-Location");
    }

    private static RequestSpecification tus(String token) {
        return given().noContentType().auth().oauth2(token).header("Tus-Resumable", "1.0.0");
    }

    private static Response patch(String upload, String token, byte[] file, int from, int to) {
        return given().config(RestAssured.config().encoderConfig(RestAssured.config().getEncoderConfig()
                .appendDefaultContentCharsetToContentTypeIfUndefined(false)
                .encodeContentTypeAs("application/offset+octet-stream", ContentType.BINARY))).auth().oauth2(token)
                .header("Tus-Resumable", "1.0.0").header("Upload-Offset", from)
                .contentType("application/offset+octet-stream").body(Arrays.copyOfRange(file, from, to)).patch(upload);
    }

    private static byte[] photo(int number) throws IOException {
        BufferedImage picture = new BufferedImage(400, 300, BufferedImage.TYPE_INT_RGB);
        Random random = new Random(number);
        for (int i = 0; i < 400 * 300; i++) {
            picture.setRGB(i % 400, i / 400, random.nextInt(1 << 24));
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(picture, "jpeg", bytes);
        return bytes.toByteArray();
    }

    private static boolean isExamined(String attachment, String token) {
        return "inspected".equals(given().auth().oauth2(token).get(attachment).path("state"));
    }

    private static void onceByOne(String source, String attachment, String token) {
        String id = attachment.substring(attachment.lastIndexOf('/') + 1);
        assertThat(acts(source, token).stream().filter(each -> each.contains(id) && each.matches("(ingested|copied) .*")))
                .containsExactlyInAnyOrder("ingested " + id, "copied " + id + " metadata_removed",
                        "copied " + id + " thumbnail");
    }

    /** What was done with attachments of a source whose custody is as the registry wrote it: act, attachment, and how. */
    private static List<String> acts(String source, String token) {
        List<String> acts = new ArrayList<>();
        String after = null;
        do {
            RequestSpecification request = given().auth().oauth2(token).queryParam("limit", 200);
            JsonPath page = (after == null ? request : request.queryParam("after", after)).get(source + "/custody").then()
                    .statusCode(200).extract().jsonPath();
            assertThat(page.getString("verification.state")).isEqualTo("intact");
            page.<Map<String, Object>> getList("items").stream().filter(each -> each.get("attachment") != null)
                    .forEach(each -> acts.add(each.get("act") + " " + each.get("attachment")
                            + (each.get("act").equals("copied") ? " " + ((Map<?, ?>) each.get("detail")).get("derivation")
                                    : "")));
            after = page.getString("page.next");
        } while (after != null);
        return acts;
    }

    private static String source(String token, int number) {
        return given().auth().oauth2(token).contentType("application/json")
                .body("{\"kind\": \"article\", \"title\": \"Source " + number + " of a journey\"}").post("/api/v1/sources")
                .then()
                .statusCode(201).extract().header("Location");
    }

    private static void check(PatientSender sender, String token) {
        assertThat(sender.acknowledged()).hasSizeGreaterThanOrEqualTo(ROUNDS);
        Map<String, String> listed = listed(sender.source(), token);
        // A last byte whose answer was lost made an attachment, too: it was sent again, and is the same one.
        assertThat(listed).containsExactlyInAnyOrderEntriesOf(sender.acknowledged());
        listed.forEach((address, digest) -> {
            byte[] content = given().auth().oauth2(token).get(address + "/content").then().statusCode(200).extract()
                    .asByteArray();
            assertThat("sha-256:" + PatientSender.digest(content)).isEqualTo(digest);
        });
        assertThat(acts(sender.source(), token).stream().filter(each -> each.startsWith("ingested "))
                .map(each -> each.split(" ")[1])).containsExactlyInAnyOrderElementsOf(
                        listed.keySet().stream().map(address -> address.substring(address.lastIndexOf('/') + 1)).toList());
    }

    private static Map<String, String> listed(String source, String token) {
        JsonPath list = given().auth().oauth2(token).queryParam("limit", 200).get(source + "/attachments").then()
                .statusCode(200).extract().jsonPath();
        Map<String, String> listed = new HashMap<>();
        list.<Map<String, String>> getList("items.findAll { it.role == 'evidentiary' }")
                .forEach(each -> listed.put(source + "/attachments/" + each.get("id"), each.get("digest")));
        return listed;
    }

    /** Every chunk belongs to a file with a name or to a writing whose end is set: what the collection of orphans goes by. */
    private static void leftOverIsKnown() {
        try (MongoClient client = MongoClients
                .create("mongodb://127.0.0.1:" + suite.portOf("mongodb") + "/?directConnection=true")) {
            Set<Object> known = new HashSet<>();
            for (String collection : List.of("archive.files", "archive.writings")) {
                all(client.getDatabase("sources").getCollection(collection)).forEach(each -> known.add(each.get("_id")));
            }
            Set<Object> lying = new HashSet<>();
            all(client.getDatabase("sources").getCollection("archive.chunks")).forEach(each -> lying.add(each.get("files_id")));
            assertThat(known).containsAll(lying);
        }
    }

    private static List<Document> all(MongoCollection<Document> collection) {
        return collection.find().into(new ArrayList<>());
    }
}
