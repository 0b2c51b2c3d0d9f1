package org.harmregistry.acceptance;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

import io.restassured.path.json.JsonPath;

/**
 * A client that others wrote, npm {@code tus-js-client}, brings a file through the gateway over a line that breaks.
 * Skipped where there is no node; where there is, a client that cannot be installed is a failure.
 */
class ForeignUploadIT {

    private static final String CLIENT = "tus-js-client@4.3.1";
    @RegisterExtension
    static final LoadedSuite loaded = LoadedSuite.shared();

    @TempDir
    static Path folder;

    private static Suite suite;

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        assumeTrue(hasNode(), "there is no node here: the foreign client cannot be run");
        run("npm", "install", "--no-audit", "--no-fund", "--prefix", folder.toString(), CLIENT);
        suite = loaded.suite();
    }

    private static boolean hasNode() {
        return Arrays.stream(System.getenv("PATH").split(":")).anyMatch(path -> Files.isExecutable(Path.of(path, "node")))
                && Arrays.stream(System.getenv("PATH").split(":")).anyMatch(path -> Files.isExecutable(Path.of(path, "npm")));
    }

    private static String run(String... line) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(line).directory(folder.toFile()).redirectErrorStream(true).start();
        try (InputStream out = process.getInputStream()) {
            String printed = new String(out.readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
            assertThat(process.exitValue()).describedAs("%s: %s", List.of(line), printed).isZero();
            return printed;
        }
    }

    @Test
    void aForeignClientBringsAFileOverALineThatBreaks() throws IOException, InterruptedException {
        byte[] photo = new byte[900_000];
        new Random(20_170_625).nextBytes(photo);
        Path file = Files.write(folder.resolve("photo.jpg"), photo);
        try (InputStream script = getClass().getResourceAsStream("/tus/upload.js")) {
            Files.write(folder.resolve("upload.js"), script.readAllBytes());
        }
        String token = suite.token("contributor", "org-a");
        String source = given().auth().oauth2(token).contentType("application/json")
                .body("{\"kind\": \"article\", \"title\": \"With a photo\"}").post("/api/v1/sources").then().statusCode(201)
                .extract()
                .header("Location");

        JsonPath done = JsonPath.from(run("node", "upload.js", suite.gateway() + source + "/attachments/uploads", token,
                file.toString(), "{\"filename\": \"photo.jpg\", \"filetype\": \"image/jpeg\", "
                        + "\"capturedAt\": \"2017-06-25T18:00:00Z\"}")
                .strip().lines().reduce((first, last) -> last).orElseThrow());

        assertThat(done.getLong("resumedAt")).isBetween(1L, 899_999L);
        assertThat(done.getString("state")).isEqualTo("stored");
        String address = source + "/attachments/" + done.getString("attachment");
        JsonPath attachment = given().auth().oauth2(token).get(address).then().statusCode(200).extract().jsonPath();
        assertThat(attachment.getString("digest")).isEqualTo(done.getString("digest"));
        assertThat(attachment.getString("name")).isEqualTo("photo.jpg");
        byte[] read = given().auth().oauth2(token).get(address + "/content").then().statusCode(200).extract().asByteArray();
        assertThat(read).isEqualTo(photo);
        byte[] part = given().auth().oauth2(token).header("Range", "bytes=300000-300099").get(address + "/content").then()
                .statusCode(206).extract().asByteArray();
        assertThat(part).isEqualTo(Arrays.copyOfRange(photo, 300_000, 300_100));
    }
}
