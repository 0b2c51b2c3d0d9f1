package org.harmregistry.reports;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.harmregistry.kit.testing.Tokens;
import org.harmregistry.reports.log.PlainLog;
import org.harmregistry.verifier.Verifier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.restassured.RestAssured;

/** Somebody who has nothing but the page of an edition finds all that proves it, and can do what the page says. */
@ServiceTest
class EditionProofTest {

    private static final String PUBLIC = "http://localhost";
    private static final Pattern WORD = Pattern.compile("'([^']*)'|(\\S+)");

    @TempDir
    static Path folder;

    @BeforeEach
    void valley() {
        ReportsScene.neighbours("world=valley");
    }

    private static String published(String slug) {
        ReportsScene.define(slug, ReportsScene.overview("Proved"));
        ReportsScene.makeDue();
        return ReportsScene.edition(slug).getString("id");
    }

    @Test
    void thePageLeadsToAllThatProvesIt() throws IOException {
        String id = published(ReportsScene.slug());
        PageReading waiting = PageReading.of("/editions/" + id, 200);
        assertThat(waiting.html()).contains("Waits for its place in the log");
        assertThat(waiting.links("proof")).contains("/log").doesNotContain("/api/v1/editions/" + id + "/bundle");
        assertThat(waiting.all("//*[@id='proof']//code[starts-with(., 'java')]")).isEmpty();

        LogScene.queue(3);
        LogScene.settled();
        PageReading page = PageReading.of("/editions/" + id, 200);
        assertThat(page.links("proof")).contains("/api/v1/editions/" + id + "/bundle", "/api/v1/editions/" + id + "/files/pdf",
                "/api/v1/editions/" + id + "/files/html?language=ar", "/log");
        page.links("proof").forEach(href -> given().get(href).then().statusCode(200));
        assertThat(page.html()).doesNotContain("<script").doesNotContain("Waits for its place");
        digestsAreThoseOfTheFiles(page);
        theEntryIsWhereThePageSays(page, id);
        theCommandHolds(page);
    }

    private static void digestsAreThoseOfTheFiles(PageReading page) {
        List<String> files = page.links("proof").stream().filter(href -> href.contains("/files/")).toList();
        List<String> digests = page.all("//*[@id='proof']//tbody//code");
        assertThat(digests).hasSize(12).hasSameSizeAs(files);
        for (int i = 0; i < files.size(); i++) {
            byte[] bytes = given().get(files.get(i)).asByteArray();
            assertThat("sha-256:" + HexFormat.of().formatHex(PlainLog.sha256(bytes))).isEqualTo(digests.get(i));
        }
    }

    private static void theEntryIsWhereThePageSays(PageReading page, String id) {
        List<String> links = page.links("proof");
        String tile = links.stream().filter(href -> href.contains("/tile/entries/")).findFirst().orElseThrow();
        String proof = links.stream().filter(href -> href.contains("/proofs/inclusion/")).findFirst().orElseThrow();
        int index = Integer.parseInt(proof.split("/")[7]);
        String entries = new String(given().get(tile).asByteArray(), StandardCharsets.ISO_8859_1);
        assertThat(entries).contains("\"edition\":\"" + id + "\"");
        assertThat(given().get(proof).then().extract().<Integer> path("index")).isEqualTo(index);
    }

    /** The words of the page are typed as they stand there, but for the port that the tests have. */
    private static void theCommandHolds(PageReading page) throws IOException {
        String fetch = page.all("//*[@id='proof']//code[starts-with(., 'curl')]").get(0);
        String check = page.all("//*[@id='proof']//code[starts-with(., 'java')]").get(0);
        List<String> fetching = words(fetch);
        Path file = folder.resolve(fetching.get(3));
        Files.write(file, given().get(fetching.get(4)).then().statusCode(200).extract().asByteArray());
        List<String> checking = words(check);
        assertThat(checking.subList(0, 4)).containsExactly("java", "-jar", "verifier.jar", fetching.get(3));
        assertThat(checking).contains("--key", "--checkpoint");
        checking.set(3, file.toString());
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        int code = Verifier.run(new PrintStream(said, true, StandardCharsets.UTF_8),
                checking.subList(3, checking.size()).toArray(String[]::new));
        assertThat(code).as(said.toString(StandardCharsets.UTF_8)).isZero();
        assertThat(said.toString(StandardCharsets.UTF_8)).contains("All of it holds.")
                .doesNotContain("own key", "give the checkpoint's address");
    }

    private static List<String> words(String line) {
        List<String> words = new ArrayList<>();
        Matcher found = WORD.matcher(line);
        while (found.find()) {
            String word = found.group(1) == null ? found.group(2) : found.group(1);
            words.add(word.startsWith(PUBLIC) ? RestAssured.baseURI + ":" + RestAssured.port + word.substring(PUBLIC.length())
                    : word);
        }
        return words;
    }

    @Test
    void aReplacedEditionAndTheNextLeadToEachOtherInTheReadersLanguage() throws IOException {
        String slug = ReportsScene.slug();
        String first = published(slug);
        given().auth().oauth2(Tokens.publisher()).contentType("application/json").body("{}")
                .post("/api/v1/reports/" + slug + "/editions").then().statusCode(201);
        ReportsScene.makeDue();
        String second = ReportsScene.edition(slug).getString("id");
        LogScene.settled();
        PageReading old = PageReading.of("/editions/" + first, 200);
        assertThat(old.links("proof")).contains("/editions/" + second);
        assertThat(old.html()).contains("has replaced this one", "The edition after this one: edition 2",
                "replaced by a newer edition");
        theCommandHolds(old);
        PageReading arabic = PageReading.of("/editions/" + second + "?language=ar", 200);
        assertThat(arabic.links("proof")).contains("/editions/" + first + "?language=ar");
        assertThat(arabic.all("/html/@dir")).containsExactly("rtl");
        assertThat(arabic.html()).contains("ما يُثبت هذا الإصدار", "الإصدار السابق لهذا الإصدار: الإصدار 1");
        theCommandHolds(arabic);
    }

    @Test
    void whatWasTakenBackKeepsItsReasonAndProofs() throws IOException {
        String id = published(ReportsScene.slug());
        String digest = given().get("/api/v1/editions/" + id).then().extract().path("digest");
        ReportsScene.decide(Tokens.publisher(), id, "withdrawal").statusCode(200);
        LogScene.settled();
        PageReading page = PageReading.of("/editions/" + id, 410);
        assertThat(page.html()).contains("as the rules ask", digest, "taken back");
        assertThat(page.links("proof")).contains("/api/v1/editions/" + id + "/bundle")
                .noneMatch(href -> href.contains("/files/"));
        page.links("proof").forEach(href -> given().get(href).then().statusCode(200));
        theCommandHolds(page);
        assertThat(PageReading.of("/editions/" + id + "?language=ar", 410).html()).contains("سُحب", "ما يُثبت هذا الإصدار");
    }

    @Test
    void aRegisterThatDiffersFromTheLogIsSaidOnThePage() {
        String id = published(ReportsScene.slug());
        LogScene.settled();
        String told = "The register no longer holds what was logged";
        assertThat(PageReading.of("/editions/" + id, 200).html()).doesNotContain(told);
        ReportsScene.sql("update edition set title = title || '.' where id = '" + id + "'");
        assertThat(PageReading.of("/editions/" + id, 200).html()).contains(told);
        ReportsScene.sql("update edition set title = rtrim(title, '.') where id = '" + id + "'");
        assertThat(PageReading.of("/editions/" + id, 200).html()).doesNotContain(told);
    }
}
