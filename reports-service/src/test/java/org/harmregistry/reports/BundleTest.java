package org.harmregistry.reports;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

import org.harmregistry.kit.json.CanonicalJson;
import org.harmregistry.kit.testing.Tokens;
import org.harmregistry.reports.log.PlainLog;
import org.harmregistry.verifier.Verifier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.restassured.RestAssured;

/** A bundle proves an edition to somebody who has nothing else. */
@ServiceTest
class BundleTest {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    @TempDir
    static Path folder;
    private static String edition;
    private static byte[] bundle;
    private static String key;

    private record Outcome(int code, String text) {
    }

    @BeforeEach
    void publishOnce() {
        if (bundle != null) {
            return;
        }
        edition = LogScene.published();
        LogScene.queue(7);
        LogScene.settled();
        bundle = fetch();
        key = given().get("/api/v1/log/key").asString().strip();
    }

    private static byte[] fetch() {
        return fetch(edition);
    }

    private static byte[] fetch(String id) {
        return given().get("/api/v1/editions/" + id + "/bundle").then().statusCode(200).contentType("application/zip")
                .extract().asByteArray();
    }

    @Test
    void holdsBeforeTheVerifier() throws IOException {
        Outcome own = verify(bundle);
        assertThat(own.text()).contains("All of it holds.", "River gap", "give the log's key with --key");
        assertThat(own.code()).isZero();
        Outcome trusted = verify(bundle, "--key", key);
        assertThat(trusted.code()).as(trusted.text()).isZero();
        assertThat(trusted.text()).doesNotContain("note ");
    }

    @Test
    void isTheSameEachTimeAndAfterTheLogHasGrown() {
        String tag = given().get("/api/v1/editions/" + edition + "/bundle").then().extract().header("ETag");
        String other = LogScene.published();
        LogScene.settled();
        assertThat(fetch()).isEqualTo(bundle);
        given().header("If-None-Match", tag).get("/api/v1/editions/" + edition + "/bundle").then().statusCode(304);
        given().get("/api/v1/editions/" + other + "/bundle").then().statusCode(200);
    }

    @Test
    void showsEachOf200FlippedBytes() throws IOException {
        Random random = new Random(200);
        for (int round = 0; round < 200; round++) {
            int at = random.nextInt(bundle.length);
            assertFound(at, (byte) (1 << random.nextInt(8)));
        }
    }

    /** Most bytes are content: here every part of the container and every file gets its turn. */
    @Test
    void showsAFlippedByteInEachPart() throws IOException {
        String raw = new String(bundle, StandardCharsets.ISO_8859_1);
        for (String name : files(bundle).keySet()) {
            int local = raw.indexOf(name);
            assertFound(local + name.length() + 1, (byte) 1);
            assertFound(local, (byte) 32);
            assertFound(local - 20, (byte) 4);
            assertFound(raw.lastIndexOf(name) - 40, (byte) 2);
        }
        for (int at = bundle.length - 22; at < bundle.length; at++) {
            assertFound(at, (byte) 1);
        }
    }

    private static void assertFound(int at, byte flip) throws IOException {
        byte[] changed = bundle.clone();
        changed[at] ^= flip;
        Outcome outcome = verify(changed);
        assertThat(outcome.code()).as("byte %d: %s", at, outcome.text()).isEqualTo(1);
        assertThat(outcome.text()).contains("FAILS");
    }

    @Test
    void doesNotHoldUnderAnotherKeyOrHistory() throws IOException {
        String foreign = "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k";
        assertThat(verify(bundle, "--key", foreign).code()).isEqualTo(1);
        assertThat(verify(bundle, "--key", "nonsense+1").code()).isEqualTo(1);
        Path checkpoint = folder.resolve("checkpoint");
        String note = given().get("/api/v1/log/checkpoint").asString();
        Files.writeString(checkpoint, note);
        assertThat(verify(bundle, "--key", key, "--checkpoint", checkpoint.toString()).code()).isZero();
        Files.writeString(checkpoint, note.replaceFirst("\n[A-Za-z0-9+/]{43}=\n",
                "\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n"));
        assertThat(verify(bundle, "--key", key, "--checkpoint", checkpoint.toString()).code()).isEqualTo(1);
    }

    @Test
    void isFollowedToTheLogAsItIsNow() throws IOException {
        LogScene.queue(3);
        LogScene.settled();
        String address = RestAssured.baseURI + ":" + RestAssured.port + "/api/v1/log/checkpoint";
        Outcome outcome = verify(bundle, "--key", key, "--checkpoint", address);
        assertThat(outcome.code()).as(outcome.text()).isZero();
    }

    /** The same once more without the verifier, by the steps that the bundle's own README tells. */
    @Test
    void holdsByTheStepsOfItsReadme() throws IOException {
        Map<String, byte[]> files = files(bundle);
        JsonNode statement = MAPPER.readTree(files.get("edition.json"));
        assertThat(hex(PlainLog.sha256(files.get("figures.json")))).isEqualTo(statement.get("figures").asText());
        assertThat(statement.get("files")).isNotEmpty();
        statement.get("files").forEach(file -> assertThat(hex(PlainLog.sha256(
                files.get("files/edition-" + file.get("language").asText() + "." + file.get("format").asText()))))
                .isEqualTo(file.get("digest").asText()));
        byte[] content = files.get("log/1-published/leaf.json");
        byte[] salt = HexFormat.of().parseHex(new String(files.get("log/1-published/salt"), StandardCharsets.US_ASCII).strip());
        assertThat(MAPPER.readTree(content).get("commitment").asText())
                .isEqualTo(hex(PlainLog.sha256(salt, PlainLog.sha256(files.get("edition.json")))));
        assertThat(CanonicalJson.canonical(new String(content, StandardCharsets.UTF_8))).isEqualTo(content);

        String proof = new String(files.get("log/1-published/leaf.tlog-proof"), StandardCharsets.UTF_8);
        LogScene.Head head = LogScene.Head.of(proof.substring(proof.indexOf("\n\n") + 2));
        int index = Integer.parseInt(proof.split("\n")[1].substring("index ".length()));
        assertThat(LogScene.leaves(head).get(index)).isEqualTo(content);
        assertThat(PlainLog.root(LogScene.leaves(head))).isEqualTo(head.root());
    }

    /** A reader in another language, by the bundle's README alone; skipped where there is no node. */
    @Test
    void holdsBeforeAReaderInAnotherLanguage() throws IOException, InterruptedException {
        assumeTrue(Arrays.stream(System.getenv("PATH").split(":")).anyMatch(path -> Files.isExecutable(Path.of(path, "node"))));
        Path script = folder.resolve("verify.js");
        try (InputStream source = BundleTest.class.getResourceAsStream("/bundle/verify.js")) {
            Files.write(script, source.readAllBytes());
        }
        Path file = Files.write(folder.resolve("whole.zip"), bundle);
        assertThat(node(script, file, key)).isZero();
        byte[] changed = bundle.clone();
        changed[new String(bundle, StandardCharsets.ISO_8859_1).indexOf("\"value\":")] ^= 1;
        assertThat(node(script, Files.write(folder.resolve("changed.zip"), changed), key)).isEqualTo(1);
        assertThat(node(script, file, "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k")).isEqualTo(1);
    }

    private static int node(Path script, Path file, String vkey) throws IOException, InterruptedException {
        return new ProcessBuilder("node", script.toString(), file.toString(), vkey).inheritIO().start().waitFor();
    }

    /** Replaced by a second edition, and then taken back: the proofs stay, the contents go. */
    @Test
    void keepsTheProofsOfWhatWasTakenBack() throws IOException {
        String replaced = LogScene.published();
        String report = given().get("/api/v1/editions/" + replaced).then().extract().path("report");
        given().auth().oauth2(Tokens.publisher()).contentType("application/json").body("{}")
                .post("/api/v1/reports/" + report + "/editions").then().statusCode(201);
        ReportsScene.makeDue();
        LogScene.settled();
        assertThat(files(fetch(replaced)).keySet()).contains("figures.json", "log/1-published/salt", "log/2-superseded/salt");
        assertThat(verify(fetch(replaced), "--key", key).code()).isZero();

        ReportsScene.decide(Tokens.publisher(), replaced, "withdrawal").statusCode(200);
        LogScene.settled();
        byte[] withdrawn = fetch(replaced);
        assertThat(files(withdrawn).keySet()).contains("edition.json", "log/3-withdrawn/leaf.json")
                .noneMatch(name -> name.startsWith("files/")).doesNotContain("figures.json");
        Outcome outcome = verify(withdrawn, "--key", key);
        assertThat(outcome.code()).as(outcome.text()).isZero();
        assertThat(outcome.text()).contains("the bundle holds no figures", "withdrawn at");
    }

    @Test
    void belongsToEditionsThatTheReaderSees() {
        given().get("/api/v1/editions/00000000-0000-7000-8000-000000000000/bundle").then().statusCode(404)
                .body("code", equalTo("not_found"));
        given().auth().oauth2(Tokens.publisher()).get("/api/v1/editions/x/bundle").then().statusCode(404);
    }

    private static Outcome verify(byte[] bytes, String... options) throws IOException {
        Path file = folder.resolve("bundle.zip");
        Files.write(file, bytes);
        String[] words = new String[options.length + 1];
        words[0] = file.toString();
        System.arraycopy(options, 0, words, 1, options.length);
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        int code = Verifier.run(new PrintStream(text, true, StandardCharsets.UTF_8), words);
        return new Outcome(code, text.toString(StandardCharsets.UTF_8));
    }

    private static Map<String, byte[]> files(byte[] zip) throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                files.put(entry.getName(), in.readAllBytes());
            }
        }
        return files;
    }

    private static String hex(byte[] hash) {
        return "sha-256:" + HexFormat.of().formatHex(hash);
    }
}
