package org.harmregistry.sources.custody;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.harmregistry.kit.testing.Problems.problem;
import static org.harmregistry.kit.testing.Problems.problemAt;
import static org.harmregistry.sources.testing.Requests.SOURCES;
import static org.harmregistry.sources.testing.Requests.article;
import static org.harmregistry.sources.testing.Requests.as;
import static org.harmregistry.sources.testing.Requests.create;
import static org.harmregistry.sources.testing.Requests.createPublic;
import static org.harmregistry.sources.testing.Requests.idOf;
import static org.harmregistry.sources.testing.Requests.unique;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

import jakarta.inject.Inject;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.harmregistry.kit.testing.Tokens;
import org.harmregistry.sources.testing.Stores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;

/** A certificate is checked by openssl, sha256sum and a reader that knows nothing but its documented form. */
@QuarkusTest
@WithTestResource(value = Stores.class, scope = TestResourceScope.GLOBAL)
class CertificateTest {

    private static final String TITLE = "\u0633\u0648\u0642 \u0627\u0644\u0645\u062f\u064a\u0646\u0629 \\\"A market\\\" ";

    /** The steps 2, 3, 4 and 5 of the certificate's own instructions. */
    private static final String RECIPE = """
            set -e
            LC_ALL=C sed -e 's/^{"certificate"://' -e 's/,"signature":{[^{}]*}}$//' custody.json | tr -d '\\n' > certificate.json
            LC_ALL=C sed -e 's/.*"value":"\\([^"]*\\)"}}$/\\1/' custody.json | base64 -d > signature.bin
            openssl pkey -pubin -in key.pem -outform DER | sha256sum
            openssl pkeyutl -verify -pubin -inkey key.pem -rawin -in certificate.json -sigfile signature.bin
            """;

    @Inject
    ChainWriting writing;
    @TempDir
    Path folder;

    private static final ObjectMapper PLAIN = new ObjectMapper().configure(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS,
            true);

    private String sourceWithChain() {
        String address = createPublic(article(TITLE + unique()));
        Random random = new Random(3);
        for (int i = 0; i < 5; i++) {
            writing.append(random, UUID.fromString(idOf(address)));
        }
        return address;
    }

    private Response certificate(String address, String format) {
        return as(Tokens.analyst()).get(address + "/custody/certificate?format=" + format);
    }

    private String run(String script) throws IOException, InterruptedException {
        Process process = new ProcessBuilder("sh", "-c", script).directory(folder.toFile()).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        return said + "exit " + process.exitValue();
    }

    private void requireOpenssl() throws Exception {
        assumeTrue(run("openssl version").contains("exit 0"), "there is no openssl here");
    }

    private void save(byte[] certificate) throws IOException {
        Files.write(folder.resolve("custody.json"), certificate);
        String key = given().get(SOURCES + "/custody-keys").then().statusCode(200).extract().path("items[0].publicKey");
        Files.writeString(folder.resolve("key.pem"), key);
    }

    @Test
    void opensslFindsTheSignatureRight() throws Exception {
        requireOpenssl();
        save(certificate(sourceWithChain(), "json").then().statusCode(200).extract().asByteArray());
        String id = given().get(SOURCES + "/custody-keys").path("items[0].id");

        assertThat(run(RECIPE)).contains(id.substring("sha-256:".length()), "Signature Verified Successfully", "exit 0");
    }

    @Test
    void opensslRefusesAChangedCertificate() throws Exception {
        requireOpenssl();
        byte[] certificate = certificate(sourceWithChain(), "json").asByteArray();
        save(new String(certificate, StandardCharsets.UTF_8).replaceFirst("subject-", "subject_")
                .getBytes(StandardCharsets.UTF_8));

        assertThat(run(RECIPE)).contains("Signature Verification Failure").doesNotContain("exit 0");
    }

    @Test
    void thePrintCarriesTheSignedFile() throws Exception {
        String address = sourceWithChain();
        byte[] pdf = certificate(address, "pdf").then().statusCode(200).contentType("application/pdf").extract().asByteArray();
        try (PDDocument document = Loader.loadPDF(pdf)) {
            String text = new PDFTextStripper().getText(document);
            assertThat(text).contains("Certificate of custody", idOf(address), "1. ingested", "8. ", "pkeyutl -verify");
            save(document.getDocumentCatalog().getNames().getEmbeddedFiles().getNames().get("custody-certificate.json")
                    .getEmbeddedFile().toByteArray());
        }
        if (System.getProperty("custody.print") != null) {
            Files.write(Path.of(System.getProperty("custody.print")), pdf);
        }

        assertThat(run(RECIPE)).contains("Signature Verified Successfully", "exit 0");
    }

    @Test
    void aPlainReaderFollowsTheChain() throws Exception {
        String address = sourceWithChain();
        JsonNode content = PLAIN.readTree(certificate(address, "json").asByteArray()).path("certificate");

        assertThat(content.path("format").asText()).isEqualTo("custody-certificate/1");
        assertThat(content.path("source").path("id").asText()).isEqualTo(idOf(address));
        assertThat(content.path("entries")).hasSize(8);
        String previous = null;
        for (JsonNode each : content.path("entries")) {
            JsonNode entry = each.path("entry");
            // Members sorted by name and no white space: for the plain values of an entry that is RFC 8785.
            String canonical = PLAIN.writeValueAsString(PLAIN.convertValue(entry, Map.class));
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(canonical.getBytes(StandardCharsets.UTF_8));
            assertThat(each.path("hash").asText()).isEqualTo("sha-256:" + HexFormat.of().formatHex(hash));
            assertThat(entry.path("previous").asText(null)).isEqualTo(previous);
            previous = each.path("hash").asText();
        }
        assertThat(content.path("chain").path("lastHash").asText()).isEqualTo(previous);
    }

    @Test
    void theFormIsAskedForInEitherWay() {
        String address = create(article("Asked for " + unique())).header("Location") + "/custody/certificate";

        as(Tokens.analyst()).accept("application/pdf").get(address).then().statusCode(200).contentType("application/pdf");
        as(Tokens.analyst()).get(address).then().statusCode(200).contentType("application/json");
        as(Tokens.analyst()).get(address + "?format=xml").then().spec(problemAt(400, "invalid_parameter", "?format"));
        as(Tokens.analyst()).accept("text/html").get(address).then().spec(problem(406, "not_acceptable"));
    }

    @Test
    void nothingIsCertifiedOfABrokenChainOrToOthers() {
        String address = createPublic(article("Not certified " + unique()));
        given().get(address + "/custody/certificate").then().spec(problem(401, "unauthenticated"));
        as(Tokens.contributor("org-b")).get(address + "/custody/certificate").then().spec(problem(403, "forbidden"));

        ChainWriting.behindTheBack("update custody_entry set actor = 'x' where source_id = '" + idOf(address) + "'");
        certificate(address, "json").then().spec(problem(409, "custody_not_intact"));
    }
}
