package org.harmregistry.reports;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.startsWith;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;

import org.harmregistry.kit.testing.PostgresResource;
import org.harmregistry.kit.testing.Problems;
import org.harmregistry.reports.log.PlainLog;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** The log over HTTP, recomputed by the plain definitions and checked by a foreign tool. */
@ServiceTest
class LogTest {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static String edition;
    private static LogScene.Head head;
    private static List<byte[]> leaves;

    @BeforeEach
    void publishOnce() {
        if (head != null) {
            return;
        }
        edition = LogScene.published();
        LogScene.queue(20);
        head = LogScene.settled();
        leaves = LogScene.leaves(head);
    }

    @Test
    void signsTheRootOfWhatItServes() {
        assertThat(leaves).hasSize((int) head.size());
        assertThat(head.root()).isEqualTo(PlainLog.root(leaves));
        assertThat(head.origin()).startsWith("localhost/api/v1/log/");
    }

    @Test
    void opensslAcceptsTheSignature(@TempDir Path folder) throws Exception {
        String key = given().get("/api/v1/log/key").then().statusCode(200).extract().asString().strip();
        byte[] typed = Base64.getDecoder().decode(key.split("\\+", 3)[2]);
        byte[] der = new ByteArrayOutputStream() {
            {
                writeBytes(HexFormat.of().parseHex("302a300506032b6570032100"));
                writeBytes(Arrays.copyOfRange(typed, 1, typed.length));
            }
        }.toByteArray();
        Files.write(folder.resolve("key.der"), der);
        Files.writeString(folder.resolve("body"), head.body());
        Files.write(folder.resolve("signature"), head.signature());
        assertThat(openssl(folder)).isZero();
        Files.writeString(folder.resolve("body"),
                head.body().replace("\n" + head.size() + "\n", "\n" + (head.size() + 1) + "\n"));
        assertThat(openssl(folder)).isNotZero();
    }

    private static int openssl(Path folder) throws Exception {
        Assumptions
                .assumeTrue(List.of("/usr/bin/openssl", "/bin/openssl").stream().anyMatch(tool -> Files.exists(Path.of(tool))));
        return new ProcessBuilder("openssl", "pkeyutl", "-verify", "-pubin", "-keyform", "DER", "-inkey", "key.der", "-rawin",
                "-in", "body", "-sigfile", "signature").directory(folder.toFile()).redirectErrorStream(true).start().waitFor();
    }

    @Test
    void servesTilesOfTheHashesOfItsLeaves() {
        ByteArrayOutputStream hashes = new ByteArrayOutputStream();
        int width = (int) Math.min(leaves.size(), 200);
        leaves.subList(0, width).forEach(leaf -> hashes.writeBytes(PlainLog.sha256(new byte[] { 0 }, leaf)));
        for (String prefix : List.of("/api/v1/log", head.prefix())) {
            assertThat(given().get(prefix + "/tile/0/000.p/" + width).then().statusCode(200)
                    .contentType("application/octet-stream").extract().asByteArray()).isEqualTo(hashes.toByteArray());
        }
        given().get(head.prefix() + "/tile/0/000.p/1").then().header("Cache-Control", containsString("immutable"));
        given().get("/api/v1/log/tile/0/000.p/1").then().header("Cache-Control", equalTo("public, max-age=2"));
        given().get("/api/v1/log/checkpoint").then().header("Cache-Control", equalTo("public, max-age=2"))
                .contentType("text/plain; charset=utf-8");
    }

    @Test
    void provesByPath() {
        int index = leaves.size() / 2;
        int size = leaves.size() - 1;
        given().get("/api/v1/log/proofs/inclusion/" + index + "/" + size).then().statusCode(200)
                .body("hashes", equalTo(base64(PlainLog.path(index, leaves.subList(0, size)))))
                .body("root", equalTo(base64(List.of(PlainLog.root(leaves.subList(0, size)))).get(0)));
        given().get(head.prefix() + "/proofs/consistency/" + (index + 1) + "/" + leaves.size()).then().statusCode(200)
                .body("hashes", equalTo(base64(PlainLog.proof(index + 1, leaves))));
    }

    @Test
    void showsNothingBeyondTheCheckpoint() {
        LogScene.queue(1);
        long next = head.size() + 1;
        String tile = String.format("%03d", head.size() / 256) + (next % 256 == 0 ? "" : ".p/" + next % 256);
        for (String beyond : List.of("tile/0/" + tile, "tile/entries/" + tile, "tile/0/100", "tile/1/000.p/200",
                "tile/64/000", "tile/0/0", "tile/0/000.p/0", "tile/0/000.p/007", "tile/99999999999999999999/000", "tile/0/%00",
                "proofs/inclusion/0/" + next, "proofs/inclusion/5/5", "proofs/inclusion/-1/5", "proofs/inclusion/01/5",
                "proofs/consistency/6/5", "proofs/consistency/0/99999999999999999999")) {
            given().urlEncodingEnabled(false).get("/api/v1/log/" + beyond).then().spec(Problems.problem(404, "not_found"));
        }
        given().get("/api/v1/log/00000000/checkpoint").then().spec(Problems.problem(404, "not_found"));
        given().get("/api/v1/log/checkpoint?size=1").then().spec(Problems.problem(400, "unknown_parameter"));
    }

    @Test
    void logsAnEditionWithoutAnythingButNames() throws Exception {
        JsonNode leaf = leaves.stream().map(LogTest::read).filter(json -> json.path("edition").asText().equals(edition))
                .findFirst().orElseThrow();
        assertThat(leaf.fieldNames()).toIterable().containsExactlyInAnyOrder("type", "kind", "edition", "report", "period",
                "number", "commitment", "at");
        assertThat(leaf.get("kind").asText()).isEqualTo("published");
        String digest = given().get("/api/v1/editions/" + edition).then().extract().path("digest");
        assertThat(leaf.toString()).doesNotContain(digest);
    }

    @Test
    void verificationNamesThePlaceInTheLog() {
        given().get("/api/v1/editions/" + edition + "/verification").then().statusCode(200).body("matches", equalTo(true))
                .body("log[0].kind", equalTo("published")).body("log[0].matches", equalTo(true))
                .body("log[0].origin", equalTo(head.origin())).body("log.kind", hasItem("published"));
        String fresh = LogScene.published();
        given().get("/api/v1/editions/" + fresh + "/verification").then().statusCode(200).body("matches", equalTo(true))
                .body("log[0].index", equalTo(null)).body("log[0].matches", equalTo(null));
        given().get("/api/v1/editions/" + fresh + "/bundle").then().spec(Problems.problem(409, "not_logged_yet"));
    }

    @Test
    void tellsHowItStands() {
        given().get("/api/v1/log").then().statusCode(200).body("condition", equalTo("running"))
                .body("epochs[0].origin", equalTo(head.origin())).body("epochs[0].href", equalTo(head.prefix()));
        given().get(head.prefix() + "/key").then().statusCode(200).body(startsWith(head.origin() + "+"));
    }

    @Test
    void letsTheServiceAddAndNotChange() throws SQLException {
        for (String table : List.of("log_epoch", "log_leaf", "log_disclosure", "log_entry", "log_node", "log_checkpoint",
                "log_cosignature")) {
            for (String act : List.of("delete from " + table, "truncate " + table, "update " + table + " set "
                    + (table.equals("log_epoch") ? "name = name"
                            : table.equals("log_leaf") ? "kind = kind"
                                    : table.equals("log_disclosure") ? "salt = salt" : "epoch = epoch"))) {
                try (Connection service = PostgresResource.asService(); Statement statement = service.createStatement()) {
                    assertThatThrownBy(() -> statement.execute(act)).as(act).hasMessageContaining("permission denied");
                }
            }
        }
    }

    private static JsonNode read(byte[] leaf) {
        try {
            return MAPPER.readTree(new String(leaf, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<String> base64(List<byte[]> hashes) {
        return hashes.stream().map(hash -> Base64.getEncoder().encodeToString(hash)).toList();
    }
}
