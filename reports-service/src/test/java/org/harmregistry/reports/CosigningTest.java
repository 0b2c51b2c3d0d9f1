package org.harmregistry.reports;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.harmregistry.reports.log.PlainLog;
import org.harmregistry.reports.log.domain.Cosigners;
import org.harmregistry.reports.log.domain.CosigningStep;
import org.harmregistry.verifier.Verifier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;

/** Outside witnesses see each checkpoint, and whoever trusts them needs to trust the log's operator less. */
@ServiceTest
class CosigningTest {

    @TempDir
    static Path folder;

    private LogScene.Head head;

    @BeforeEach
    void grow() {
        Witnesses.are(Witnesses.Mood.SOUND);
        LogScene.queue(2);
        head = LogScene.settled();
        Witnesses.know(given().get("/api/v1/log/key").asString().strip());
        cosign();
        assertThat(Witnesses.head(Witnesses.ONE, head.origin()).size()).isEqualTo(head.size());
        Witnesses.answered();
    }

    @AfterEach
    void allIsWell() {
        Witnesses.are(Witnesses.Mood.SOUND);
    }

    private static void cosign() {
        CosigningStep step = LogScene.bean(CosigningStep.class);
        // Each run shows a bounded number of checkpoints.
        for (int i = 0; i < 20; i++) {
            LogScene.await(step::run);
        }
    }

    private static LogScene.Head more() {
        LogScene.queue(1);
        return LogScene.settled();
    }

    private static String served() {
        return given().get("/api/v1/log/checkpoint").then().statusCode(200).extract().asString();
    }

    private static JsonPath witness(int number) {
        return given().get("/api/v1/log").then().statusCode(200).extract().jsonPath().setRootPath("witnesses[" + number + "]");
    }

    @Test
    void theServedCheckpointBearsBothAndTheLogSaysSo() {
        String[] lines = served().split("\n");
        assertThat(lines).hasSize(7);
        assertThat(lines[5]).startsWith("\u2014 witness.example/one ");
        assertThat(lines[6]).startsWith("\u2014 witness.example/two ");
        assertThat(witness(0).getString("key")).isEqualTo(Witnesses.ONE.key());
        assertThat(witness(0).getLong("size")).isEqualTo(head.size());
        assertThat(Instant.parse(witness(1).getString("cosignedAt")))
                .isBetween(Instant.now().minusSeconds(60), Instant.now().plusSeconds(1));
        more();
        assertThat(served().split("\n")).hasSize(5);
        assertThat(witness(0).getLong("size")).isEqualTo(head.size());
    }

    @Test
    void theBundleHoldsForWhoTrustsTheWitnesses() throws IOException {
        String edition = LogScene.published();
        LogScene.settled();
        byte[] alone = bundle(edition);
        assertThat(verify(alone, "--witness", Witnesses.ONE.key())).startsWith("1 ")
                .contains("bears no cosignature of it");
        cosign();
        byte[] bundle = bundle(edition);
        String key = given().get("/api/v1/log/key").asString().strip();
        String said = verify(bundle, "--key", key, "--witness", Witnesses.ONE.key(), "--witness", Witnesses.TWO.key());
        assertThat(said).startsWith("0 ").contains("the witness witness.example/two has seen this log");
        assertThat(verify(bundle, "--witness", new SigningWitness(Witnesses.ONE.name()).key())).startsWith("1 ");
        assertThat(verify(bundle, "--witness", key)).startsWith("1 ");
        // What was fetched before the witnesses spoke holds, too, by a checkpoint of later.
        more();
        cosign();
        assertThat(verify(alone, "--witness", Witnesses.TWO.key(), "--checkpoint",
                RestAssured.baseURI + ":" + RestAssured.port + "/api/v1/log/checkpoint")).startsWith("0 ");
    }

    @Test
    void aCosignatureThatWasChangedIsFound() throws IOException {
        Path checkpoint = folder.resolve("checkpoint");
        String edition = LogScene.published();
        LogScene.settled();
        cosign();
        byte[] bundle = bundle(edition);
        String note = served();
        Files.writeString(checkpoint, note);
        assertThat(verify(bundle, "--witness", Witnesses.ONE.key(), "--checkpoint", checkpoint.toString())).startsWith("0 ");
        int at = note.indexOf("witness.example/one") + 60;
        char other = note.charAt(at) == 'A' ? 'B' : 'A';
        Files.writeString(checkpoint, note.substring(0, at) + other + note.substring(at + 1));
        assertThat(verify(bundle, "--witness", Witnesses.ONE.key(), "--checkpoint", checkpoint.toString())).startsWith("1 ")
                .contains("the cosignature is not by the key");
    }

    /** Whatever one of them does, publication, signing and the other one go on, and in the end it has seen everything. */
    @ParameterizedTest
    @EnumSource(value = Witnesses.Mood.class, names = "SOUND", mode = EnumSource.Mode.EXCLUDE)
    void oneThatMisbehavesHoldsNothingUp(Witnesses.Mood mood) {
        Witnesses.are(mood);
        LogScene.Head next = more();
        assertThat(next.size()).isGreaterThan(head.size());
        long began = System.nanoTime();
        LogScene.await(LogScene.bean(CosigningStep.class)::run);
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(5));
        assertThat(served().split("\n")).hasSize(6);
        assertThat(served()).contains("\u2014 witness.example/two ").doesNotContain("\u2014 witness.example/one ");
        assertThat(witness(0).getLong("size")).isEqualTo(head.size());
        LogScene.Head last = more();
        Witnesses.are(Witnesses.Mood.SOUND);
        cosign();
        assertThat(witness(0).getLong("size")).isEqualTo(last.size());
        assertThat(ReportsScene.count("select count(*) from log_cosignature where witness = 'witness.example/one' and size in ("
                + next.size() + ", " + last.size() + ")")).isEqualTo(2);
    }

    /** A witness has the last word on what it has seen: the register may have lost it. */
    @Test
    void oneThatKnowsMoreThanTheRegisterRemembersIsFollowed() {
        ReportsScene.sql("delete from log_cosignature where witness = 'witness.example/one'");
        assertThat(witness(0).getString("size")).isNull();
        LogScene.Head next = more();
        Witnesses.answered();
        cosign();
        assertThat(Witnesses.answered()).contains(409, 200);
        assertThat(witness(0).getLong("size")).isEqualTo(next.size());
    }

    @Test
    void oneThatSawAnotherHistoryNeverCosignsThisOne() {
        Witnesses.Head sound = Witnesses.head(Witnesses.ONE, head.origin());
        byte[] forked = PlainLog.sha256(new byte[] { 7 });
        Witnesses.remember(Witnesses.ONE, head.origin(), new Witnesses.Head(head.size(), forked));
        LogScene.Head next = more();
        cosign();
        assertThat(Witnesses.answered()).contains(422);
        Witnesses.remember(Witnesses.ONE, head.origin(), new Witnesses.Head(next.size() + 5, forked));
        cosign();
        assertThat(Witnesses.answered()).contains(409);
        assertThat(witness(0).getLong("size")).isEqualTo(head.size());
        assertThat(given().get("/api/v1/log").then().extract().<String> path("condition")).isEqualTo("running");
        assertThat(Arrays.equals(Witnesses.head(Witnesses.ONE, head.origin()).root(), forked)).isTrue();
        Witnesses.remember(Witnesses.ONE, head.origin(), sound);
    }

    @Test
    void theServiceDoesNotStartWithWitnessesThatAreNone() {
        String key = Witnesses.ONE.key();
        for (String wrong : List.of("nonsense", key, key + " ftp://example.org",
                key.replace("one", "eno") + " https://example.org",
                "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k https://example.org")) {
            assertThatThrownBy(() -> new Cosigners(Optional.of(List.of(wrong)))).as(wrong)
                    .isInstanceOf(IllegalArgumentException.class).hasMessageStartingWith("registry.log.witnesses ");
        }
        String whole = key + " https://example.org/";
        assertThatThrownBy(() -> new Cosigners(Optional.of(List.of(whole, whole)))).hasMessageContaining("twice");
        assertThat(new Cosigners(Optional.of(List.of(whole, " "))).all()).hasSize(1);
        assertThat(new Cosigners(Optional.empty()).all()).isEmpty();
    }

    private static byte[] bundle(String edition) {
        return given().get("/api/v1/editions/" + edition + "/bundle").then().statusCode(200).extract().asByteArray();
    }

    private static String verify(byte[] bundle, String... options) throws IOException {
        List<String> words = new ArrayList<>(List.of(Files.write(folder.resolve("bundle.zip"), bundle).toString()));
        words.addAll(List.of(options));
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        int code = Verifier.run(new PrintStream(text, true, StandardCharsets.UTF_8), words.toArray(String[]::new));
        return code + " " + text.toString(StandardCharsets.UTF_8);
    }
}
